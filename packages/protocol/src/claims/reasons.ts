import type { ClaimReason, ClaimRuleName } from './claim.js';

/** Why each kind of claim is warned of, and what to write in its place. */
export const CLAIM_REASONS: Readonly<Record<ClaimRuleName, ClaimReason>> = {
  superlative: {
    'zh-CN': '绝对化用语，《广告法》第九条不许用：改说看得见的事实，例如产地、采摘日期、糖度。',
    en: 'A superlative; advertising law forbids it: say what can be seen instead, such as origin, harvest date or sugar content.',
  },
  ranking: {
    'zh-CN': '排名要有出处：《广告法》第十一条要求数据真实并标明来源。没有就删掉。',
    en: 'A ranking needs its source: name who ranked it and when, or leave it out.',
  },
  absolute: {
    'zh-CN': '这么绝对的话没人能证明：改说具体的，例如“坏果包赔”“48 小时内发货”。',
    en: 'Nobody can prove so absolute a promise: say what you do instead, such as “bad fruit refunded”.',
  },
  purity: {
    'zh-CN': '“纯天然”“零农残”要有检测报告才能说：写上检测日期和结果，或删掉。',
    en: '“All natural” or “no residues” needs a laboratory report: give its date and result, or leave it out.',
  },
  health: {
    'zh-CN': '普通食品不能说治病、防病、保健，《广告法》第十七条不许：只说味道、产地、吃法。',
    en: 'Ordinary food may not claim to treat, prevent or improve health: speak of taste, origin and how to eat it.',
  },
  'lowest-price': {
    'zh-CN': '“最低价”要能拿出依据（和谁比、哪一天），否则是价格欺诈：直接报价就好。',
    en: '“Lowest price” needs its basis (against whom, on which day): simply give the price.',
  },
  'compared-price': {
    'zh-CN': '“原价”“市场价”要有依据：在商品的划线价里填价格和依据，不要写在文字里。',
    en: 'A former or market price needs its basis: enter it as the product’s compare-at price, not as text.',
  },
  certificate: {
    'zh-CN': '“有机”“绿色食品”“地理标志”要有证书：先填证书编号和发证机构。',
    en: '“Organic” and protected origins need a certificate: enter its number and issuer first.',
  },
  'farm-aid': {
    'zh-CN': '“助农”“扶贫”查得最严：说清帮了谁、凭什么证明，否则删掉。',
    en: '“Helping farmers” is checked most strictly: say who is helped and by what proof, or leave it out.',
  },
  'farmers-share': {
    'zh-CN': '给农户的比例要写清：是利润还是销售额的百分之几、谁证明、到哪一天为止。',
    en: 'A farmers’ share needs its basis: per cent of profit or of sales, attested by whom, as of which day.',
  },
  scarcity: {
    'zh-CN': '手写的“快没了”容易成虚假宣传：库存由画面上的数字来说。',
    en: 'Scarcity written by hand easily becomes a false claim: let the stock counter say it.',
  },
  'sales-figure': {
    'zh-CN': '手写的销量没有依据，《直播电商监督管理办法》不许虚假销量：画面上的订单数是真的，让它来说。',
    en: 'Sales written by hand have no basis, and false sales are forbidden: let the counted orders speak.',
  },
  audience: {
    'zh-CN': '平台给的是累计观看，不是“正在看”：写“累计观看”，或删掉。',
    en: 'Platforms tell views in all, not people watching: write “views in all”, or leave it out.',
  },
};
