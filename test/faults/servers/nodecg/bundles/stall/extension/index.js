/*
 * A stall in NodeCG as its guide writes one: a replicant, and a message for each order.
 */
module.exports = (nodecg) => {
  const figures = nodecg.Replicant('figures', { persistent: false, defaultValue: { at: '', left: null } });
  process.on('message', (message) => {
    if (message.figures) {
      figures.value = { ...message.figures, type: 'change' };
      if (message.figures.order) nodecg.sendMessage('order', { type: 'change', order: message.figures.order });
    }
    process.send({ done: true });
  });
  nodecg.on('serverStarted', () => process.send({ port: nodecg.config.port }));
};
