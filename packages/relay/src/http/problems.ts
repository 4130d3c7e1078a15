import { Problem } from './problem.js';

/** Every way in which the relay itself refuses a request. What the ledger refuses brings its own sentence. */
export const problems = {
  unknownPath: () =>
    new Problem(404, 'unknown-path', {
      en: 'There is no door at this path: use one of the addresses that the relay prints when it starts.',
      'zh-CN': '这个地址上什么也没有：请用中继启动时打印的地址。',
    }),
  unknownStall: () =>
    new Problem(404, 'unknown-stall', {
      en: 'The relay has no stall of this name: check the address, or make the stall with "stallcast stall add <name>".',
      'zh-CN': '中继里没有这个摊位：请检查地址，或用 stallcast stall add <名字> 新建。',
    }),
  unknownRoom: () =>
    new Problem(404, 'unknown-room', {
      en: 'The stall has no room of this name: check "room" in the address, or add the room in the deck.',
      'zh-CN': '这个摊位没有这个直播间：请检查地址里的 room，或先在控台添加直播间。',
    }),
  unknownSource: (known: readonly string[]) =>
    new Problem(404, 'unknown-source', {
      en: `The relay takes no webhooks from this source: use one of ${known.join(', ')}.`,
      'zh-CN': `中继不认识这个消息来源：可用的有 ${known.join('、')}。`,
    }),
  method: (allowed: string) =>
    new Problem(
      405,
      'method-not-allowed',
      {
        en: `This door does not take that method: use ${allowed}.`,
        'zh-CN': `这个地址不支持该方法：请用 ${allowed}。`,
      },
      { Allow: allowed },
    ),
  foreignHost: () =>
    new Problem(403, 'foreign-host', {
      en: 'The Host header names a machine that this relay is not known as: open the address it prints, or add the name to STALLCAST_HOSTS.',
      'zh-CN': '请求里的主机名不是本中继的：请打开中继打印的地址，或把域名加入 STALLCAST_HOSTS。',
    }),
  foreignOrigin: () =>
    new Problem(403, 'foreign-origin', {
      en: 'Commands are not taken from pages of this origin: use the relay’s own deck, or add the origin to STALLCAST_ORIGINS.',
      'zh-CN': '不接受来自这个网站的指令：请用中继自己的控台，或把它加入 STALLCAST_ORIGINS。',
    }),
  missingKey: () =>
    new Problem(
      401,
      'missing-key',
      {
        en: 'This door needs a key: send it as "Authorization: Bearer <key>"; "stallcast links" shows the links that carry it.',
        'zh-CN': '需要钥匙：请以 Authorization: Bearer <钥匙> 发送；stallcast links 会显示带钥匙的链接。',
      },
      { 'WWW-Authenticate': 'Bearer realm="stallcast"' },
    ),
  wrongKey: () =>
    new Problem(
      401,
      'wrong-key',
      {
        en: 'The key is not one of this relay’s: copy the link again from the relay’s terminal or from "stallcast links".',
        'zh-CN': '钥匙不对：请从中继的终端或 stallcast links 重新复制链接。',
      },
      { 'WWW-Authenticate': 'Bearer realm="stallcast", error="invalid_token"' },
    ),
  revokedKey: () =>
    new Problem(
      401,
      'revoked-key',
      {
        en: 'This device’s key was taken back: ask at the computer for a new QR code.',
        'zh-CN': '这台设备的钥匙已被收回：请在电脑上重新扫码。',
      },
      { 'WWW-Authenticate': 'Bearer realm="stallcast", error="invalid_token"' },
    ),
  givenKeyOnly: () =>
    new Problem(403, 'given-key-only', {
      en: 'A paired device cannot give or take keys: do it in the deck on the computer, or with "stallcast keys".',
      'zh-CN': '配对的设备不能发放或收回钥匙：请在电脑上的控台操作，或用 stallcast keys。',
    }),
  unknownKey: () =>
    new Problem(404, 'unknown-key', {
      en: 'There is no such key, or it was taken back before: look at the list again.',
      'zh-CN': '没有这把钥匙，或者已经收回：请重新看一下列表。',
    }),
  unknownInstance: () =>
    new Problem(404, 'unknown-instance', {
      en: 'That page is not connected at this moment: look at the list again.',
      'zh-CN': '那个页面现在没有连上：请重新看一下列表。',
    }),
  viewKeyOnly: () =>
    new Problem(
      403,
      'view-key-only',
      {
        en: 'A view key only reads: commands need the deck key, which the deck’s link carries.',
        'zh-CN': '这是只读钥匙：发指令要用控台链接里的钥匙。',
      },
      { 'WWW-Authenticate': 'Bearer realm="stallcast", error="insufficient_scope"' },
    ),
  noSecret: (variable: string) =>
    new Problem(503, 'door-without-secret', {
      en: `This door has no secret yet, so nothing can be verified: set ${variable} to the secret of the shop’s webhook and start the relay again.`,
      'zh-CN': `这个入口还没有密钥，无法验证消息：请把 ${variable} 设为店铺 webhook 的密钥后重新启动。`,
    }),
  bodyTooLarge: (limit: number) =>
    new Problem(413, 'body-too-large', {
      en: `The body is larger than ${limit} bytes: send less at once.`,
      'zh-CN': `内容超过 ${limit} 字节：请分开发送。`,
    }),
  encodedBody: () =>
    new Problem(415, 'encoded-body', {
      en: 'The body is compressed, which this door does not take: send it without Content-Encoding.',
      'zh-CN': '不接受压缩过的内容：请去掉 Content-Encoding 再发送。',
    }),
  malformedJson: () =>
    new Problem(400, 'malformed-json', {
      en: 'The body is not JSON: send one JSON object as UTF-8.',
      'zh-CN': '内容不是 JSON：请以 UTF-8 发送一个 JSON 对象。',
    }),
  malformedRequest: () =>
    new Problem(400, 'malformed-request', {
      en: 'The request cannot be read: check the address and the headers.',
      'zh-CN': '无法读懂这个请求：请检查地址和请求头。',
    }),
  headersTooLarge: () =>
    new Problem(431, 'headers-too-large', {
      en: 'The headers are too large: send fewer or shorter ones.',
      'zh-CN': '请求头太大：请减少或缩短。',
    }),
  requestTimeout: () =>
    new Problem(408, 'request-timeout', {
      en: 'The request did not arrive in time: send it again.',
      'zh-CN': '请求没有在时限内到达：请重新发送。',
    }),
  tooManyWrongKeys: (seconds: number) =>
    new Problem(
      429,
      'too-many-wrong-keys',
      {
        en: `Too many wrong keys came from this address: wait ${seconds} s, then open the link from the terminal or a new QR code.`,
        'zh-CN': `这个地址试了太多次错误的钥匙：请等 ${seconds} 秒，再从终端打开链接或重新扫码。`,
      },
      { 'Retry-After': String(seconds) },
    ),
  tooManyRequests: (seconds: number) =>
    new Problem(
      429,
      'too-many-requests',
      {
        en: `This address sends more than the relay takes: send it again in ${seconds} s, or set STALLCAST_RATE higher.`,
        'zh-CN': `这个地址发送得太快：请 ${seconds} 秒后再发，或调高 STALLCAST_RATE。`,
      },
      { 'Retry-After': String(seconds) },
    ),
  upgradeNeeded: () =>
    new Problem(
      426,
      'upgrade-needed',
      {
        en: 'This door speaks WebSocket only: connect with a WebSocket, or read "events" instead.',
        'zh-CN': '这个地址只支持 WebSocket：请用 WebSocket 连接，或改读 events。',
      },
      { Upgrade: 'websocket', Connection: 'Upgrade' },
    ),
  unknownUpgrade: () =>
    new Problem(400, 'unknown-upgrade', {
      en: 'The request offers a protocol that this door does not speak: send it as HTTP/1.1 without an Upgrade header.',
      'zh-CN': '不支持请求里提出的协议升级：请用 HTTP/1.1 发送，并去掉 Upgrade 请求头。',
    }),
  pagesMissing: () =>
    new Problem(503, 'pages-missing', {
      en: 'The pages are not built: run "npm start" in the project, which builds them.',
      'zh-CN': '页面还没有构建：请在项目里运行 npm start。',
    }),
  notReady: () =>
    new Problem(503, 'not-ready', {
      en: 'The storage does not answer: check that the disk of the data folder is there and not full, then start the relay again.',
      'zh-CN': '存储没有响应：请检查数据文件夹所在磁盘是否可用、是否已满，然后重新启动。',
    }),
  internal: () =>
    new Problem(500, 'internal', {
      en: 'The relay failed on this request and kept nothing of it: look at its terminal, then send it again.',
      'zh-CN': '中继处理这个请求时出错，没有保存任何内容：请查看终端后重新发送。',
    }),
} as const;
