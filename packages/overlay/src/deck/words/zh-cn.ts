import type { DeckWords } from './deck-words.js';
import { zhCnShow } from './zh-cn-show.js';
import { zhCnDevices } from './zh-cn-devices.js';
import { zhCnSell } from './zh-cn-sell.js';

/** The deck in Chinese, the language it is designed in. */
export const zhCn: DeckWords = {
  title: '控台',
  otherLanguage: 'English',
  demo: '演示',
  demoHint: '演示数据，不是真实订单',
  tabs: { products: '商品', show: '场控', orders: '订单', history: '记录' },

  rooms: { title: '直播间', all: '全部直播间' },

  line: {
    waiting: '正在连接…',
    live: '已连接',
    stale: (age) => `${age}没有消息`,
    offline: (age) => `断线 ${age}`,
    unsent: (count) => `${count} 步还没送出`,
  },
  age: { seconds: (n) => `${n} 秒`, minutes: (n) => `${n} 分钟`, hours: (n) => `${n} 小时` },

  onAir: {
    title: '正在讲解',
    nobody: '画面上还没有商品：点商品旁的“讲解”。',
    free: '空位',
    hidden: '全部已隐藏，观众看不到任何商品',
    remove: '停止讲解',
    soldOne: '卖了一件',
  },

  products: {
    title: '商品',
    add: '添加商品',
    linkNo: (n) => `${n}号`,
    feature: '讲解',
    featured: '讲解中',
    open: '修改',
    full: '最多同时讲解 3 个：先点一个“讲解中”把它停下。',
    priceHidden: '待开价',
    unit: { piece: '件', portion: '份', box: '箱', jar: '罐', bag: '包', ticket: '张' },
  },

  stock: {
    unknown: '库存未知',
    ample: (n, unit) => `剩 ${n} ${unit}`,
    low: (n, unit) => `仅剩 ${n} ${unit}`,
    last: (unit) => `最后 1 ${unit}`,
    atLeast: (n, unit) => `${n}+ ${unit}可拍`,
    lowUncounted: '库存紧张',
    inStock: '有货',
    reservedOut: (n, unit) => `拍完，${n} ${unit}待付款`,
    soldOut: '已售罄',
    presale: '预售中',
    oversold: (n, unit) => `超卖 ${n} ${unit}`,
    paused: '已暂停',
    sellable: '现在可卖',
    onHand: '总数',
    reserved: '待付款',
    sold: '订单卖出',
    fromSource: (source) => `这个商品的库存由 ${source} 店铺管理：请在店铺后台修改。`,
    waitingForChange: '等待确认',
  },

  actions: {
    close: '关闭',
    soldOut: '标记售罄',
    soldOutHint: '画面盖“已抢光”',
    resume: '恢复销售',
    pause: '暂停',
    pauseHint: '画面写“暂停拍下”',
    adjust: '加减库存',
    reason: '为什么',
    reasons: {
      restock: '补货',
      damaged: '损坏',
      recount: '盘点',
      'sold-elsewhere': '别处已卖',
      gift: '赠送',
      other: '其他',
    },
    quick: (delta) => (delta > 0 ? `加 ${delta}` : `减 ${-delta}`),
    chooseDelta: '先选加几件、减几件',
    chooseReason: '再选一个原因',
    adjustBy: (delta, unit, reason) => `${delta > 0 ? '加' : '减'} ${Math.abs(delta)} ${unit} · ${reason}`,
    oddReason: (delta, reason) =>
      `“${reason}”一般是${delta > 0 ? '减少，这里是增加' : '增加，这里是减少'}：看看加减对不对。`,
    reset: '归零',
    set: '直接改成',
    setField: '现在能卖多少',
    setEmpty: '改成 …',
    setTo: (n, unit) => `改成 ${n} ${unit}`,
    setHint: '填一个整数，0 或更多。',
  },

  panic: {
    on: '紧急隐藏',
    pending: '正在隐藏…',
    onHint: '一按就把所有商品从画面撤下',
    isOn: '已全部隐藏',
    off: '按住恢复',
    offHint: '按住 1 秒，商品回到画面',
    holding: '继续按住…',
  },

  history: {
    title: '操作记录',
    empty: '还没有操作。您按过的每一步都会记在这里，可以撤销。',
    undo: '撤销',
    undoThis: (what) => `撤销：${what}`,
    undone: '已撤销',
    redo: '重做',
    redoThis: (what) => `重做：${what}`,
    drop: '不发了',
    clear: '知道了',
    waiting: '等待网络',
    sending: '正在发送',
  },

  did: {
    feature: (titles) => `讲解 ${titles}`,
    unfeature: '停止讲解',
    soldOut: (title) => `${title} 标记售罄`,
    pause: (title) => `${title} 暂停`,
    resume: (title) => `${title} 恢复销售`,
    adjust: (title, delta, reason) => `${title} 库存 ${delta > 0 ? '+' : '−'}${Math.abs(delta)}（${reason}）`,
    set: (title, n) => `${title} 库存改成 ${n}`,
    putProduct: (title) => `保存商品 ${title}`,
    putOffer: (title) => `${title} 定价`,
    hidePrice: (title) => `${title} 先不报价`,
    openPrice: (title, price) => `${title} 开价 ${price}`,
    panicOn: '紧急隐藏全部',
    panicOff: '恢复画面',
    undo: (what) => `撤销：${what}`,
    startSession: '开始新的一场：合计和目标从零算起',
    endSession: '结束了这一场：还会来的订单照样算进去',
    removeProduct: (title) => `删除商品 ${title}`,
    putRoom: (title) => `保存直播间 ${title}`,
    removeRoom: (title) => `关掉直播间 ${title}`.trim(),
    other: (type) => `操作 ${type}`,
    unknownProduct: '商品',
    join: '、',
  },

  orders: {
    title: '最近订单',
    empty: '还没有订单。接上网店，订单会自己出现；别处卖掉的，点商品的“卖了一件”。',
    status: {
      placed: '待付款',
      paid: '已付款',
      'partially-refunded': '部分退款',
      refunded: '已退款',
      cancelled: '已取消',
    },
    line: (title, qty) => `${title} × ${qty}`,
    unlisted: '未上架的商品',
    operatorOnly: { unlisted: '不在画面上：商品没有上架', currency: '不在画面上：币种不同' },
  },

  alerts: {
    title: (count) => `${count} 条提醒`,
    oversold: (title, n) => `${title} 超卖 ${n}：补货，或取消多出的订单。`,
    unlisted: (order) => `订单 ${order} 里的商品没有上架：添加商品后再卖。`,
    currency: (order) => `订单 ${order} 的币种不同，没有计入合计。`,
    transition: (order) => `订单 ${order} 的状态变化不寻常：到店铺后台核对。`,
    wrongSide: (title) => `${title} 的库存消息来自另一边，没有采用。`,
    lateOrder: (order) => `订单 ${order} 属于上一场，只改了库存。`,
    message: (text) => `给主播的提示：${text}`,
    hide: '收起',
    show: '展开',
  },

  endDemo: {
    now: '现在是演示，画面带“演示”标记。',
    open: '结束演示',
    title: '结束演示，开始真的一场？',
    hint: '演示商品会删掉，演示订单和合计清零，画面上不再有“演示”。您自己添加的商品会留下，请重新填库存。',
    confirm: '结束演示，开始真的一场',
    stay: '再练练',
  },

  empty: {
    title: '这个摊位还没有商品',
    hint: '加上第一个商品，填上价格和库存，就可以开播。',
    example: '载入演示',
    exampleHint: '六种农产品，全部带“演示”标记，方便练手',
    fresh: '从空白开始',
    freshHint: '自己添加商品，数字都是真的',
  },

  add: {
    title: '添加商品',
    name: '商品名',
    nameHint: '例如：阳山水蜜桃 5斤装',
    linkNo: '链接号',
    price: '价格（元）',
    weight: '净重（斤）',
    weightHint: '可不填；填了会显示每斤价格',
    stock: '现在能卖多少',
    picture: '图片',
    choosePicture: '选择图片',
    removePicture: '去掉图片',
    pictureHint: '可不填；会缩小后保存',
    pictureBad: '这张图片打不开：换一张 JPG 或 PNG。',
    save: '保存，可以卖了',
    optional: '可不填',
    errors: {
      title: '填上商品名。',
      linkNo: '链接号是 1 到 999 的整数，也可以不填。',
      linkNoTaken: (n, title) => `${n} 号链接已经是“${title}”：换一个号。`,
      price: '价格写成数字，例如 39.90。',
      weight: '净重写成斤数，例如 5 或 2.5，也可以不填。',
      stock: '库存是整数，0 或更多。',
    },
  },

  claims: { quoted: (claim) => `“${claim}”`, more: (n) => `还有 ${n} 处要改` },

  edit: {
    open: '改名称、价格、店铺编号',
    back: '返回',
    save: '保存',
    saveSure: '没错，保存',
    clash: (theirs) => `另一个控台刚改成“${theirs}”：要用您填的，就再按一次保存。`,
    priceHint: '现在待开价；填上就开价',
  },

  price: { title: '价格', hide: '先不报价', keptBack: '待开价：画面上看不到价格', open: '开价' },

  shop: {
    title: '接到店铺',
    none: '可不填；接上后店铺订单自动进来',
    which: '哪个店铺',
    name: (source) => SHOP_NAMES[source] ?? source,
    fields: { id: '商品编号', variantId: '规格编号', sku: 'SKU', inventoryItemId: '库存项编号' },
    idHint: (source) => SHOP_HINTS[source] ?? '店铺后台的商品编号',
    hints: { variantId: '分规格卖时才填', sku: '可不填', inventoryItemId: '以 Shopify 为准时要填' },
    counts: '库存听谁的',
    deckCounts: '本控台记数',
    deckCountsHint: '在这里填库存，店铺来一单自动扣一单。',
    shopCounts: (shop) => `以 ${shop} 为准`,
    shopCountsHint: '店铺报多少，画面就写多少；这里不能改。',
    errors: {
      id: '填上店铺里的商品编号。',
      inventoryItem: '库存以 Shopify 为准，要填库存项编号：它的库存消息只认这个。',
      taken: (id, title) => `编号 ${id} 已经接到“${title}”：先把那边去掉，或换一个编号。`,
    },
  },

  show: zhCnShow,
  sell: zhCnSell,
  devices: zhCnDevices,
  hotkeys: '键盘：1–9 讲解几号链接 · N 下一个 · U 撤销 · H 紧急隐藏（打字时不起作用）',

  gate: {
    title: '这个页面需要控台链接',
    hint: '在运行 Stallcast 的电脑上，终端里打印了“控台”链接：用手机扫码，或把整条链接粘贴到这里。',
    field: '控台链接或钥匙',
    open: '打开控台',
    refused: '钥匙不对：请从终端重新打开控台链接。',
  },

  faults: {
    unreachable: '连不上中继，正在一直重试：看看电脑上的 Stallcast 是否开着。',
    'refused-key': '钥匙不对：请从终端重新打开控台链接。',
    'not-found': '没有这个摊位：检查链接里的摊位名。',
    other: '数据出了问题，正在重试。',
  },
};

const SHOP_NAMES: Readonly<Record<string, string>> = {
  woocommerce: 'WooCommerce',
  shopify: 'Shopify',
  stripe: 'Stripe',
  doudian: '抖店',
  'douyin-life': '抖音来客',
  'weixin-shop': '微信小店',
  kuaishou: '快手小店',
};

const SHOP_HINTS: Readonly<Record<string, string>> = {
  woocommerce: '商品列表里，商品名下面的 ID',
  shopify: '商品页网址最后的数字',
};
