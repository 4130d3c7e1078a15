/*
 * A stall in NodeCG as its guide writes one: what changes is a replicant, which graphics follow, and a shop's message comes by a route of
 * the bundle's own. The benchmark asks by messages, as it asks the other servers.
 */
const { Buffer } = require('node:buffer');
const { createHmac, timingSafeEqual } = require('node:crypto');
const { createOverlayState, stampOf, usage } = require(process.env.STALLCAST_BENCH_PARTS);

module.exports = (nodecg) => {
  const stall = createOverlayState();
  const sale = nodecg.Replicant('sale', { persistent: false, defaultValue: null });
  const sell = (orderId) => {
    sale.value = stall.sell(orderId);
  };

  const router = nodecg.Router();
  router.post('/hook', (request, response) => {
    // NodeCG has read the body by then, and keeps its bytes.
    const body = request.rawBody;
    const signature = Buffer.from(String(request.headers['x-wc-webhook-signature']), 'base64');
    const expected = createHmac('sha256', process.env.STALLCAST_BENCH_SECRET).update(body).digest();
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
      response.status(401).end();
      return;
    }
    sell(String(request.body.id));
    response.json({ ok: true });
  });
  nodecg.mount('/fanout', router);

  const answers = {
    sell: () => {
      const [seconds, nanoseconds] = process.hrtime();
      sell(stampOf(seconds * 1e9 + nanoseconds));
      return 0;
    },
    usage: ({ collect }) => usage(collect),
  };
  process.on('message', ({ id, name, value }) => {
    try {
      process.send({ id, value: answers[name](value) });
    } catch (error) {
      process.send({ id, error: String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  nodecg.on('serverStarted', () => process.send({ port: nodecg.config.port }));
};
