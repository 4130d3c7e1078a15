/** What the studio's inspector says of the widgets' attributes in Chinese, by the English sentence of the elements' own comments. */
export const ATTRIBUTE_SENTENCES: Readonly<Record<string, string>> = {
  'How it looks: `lower-third`, or `strip` for the edge of a canvas.': '样式：下三分之一字幕，或贴在画面边上的横条。',
  'The product whose flash sale is counted.': '倒数哪个商品的限时价；空着就跟着正在讲解的。',
  'A deadline of its own, ISO 8601. The first one that is a time holds for good.':
    '自定的截止时刻，例如 2026-07-01T21:00:00+08:00；定了就不再改。',
  'How it looks inside a card.': '样式。',
  "Which of the session's goals; empty for the first of this room or the stall.":
    '哪个目标；空着就是本直播间（或摊位）的第一个。',
  'How it looks: `bar`, `slim` or `column`.': '样式：长条、细条或竖条。',
  'Who sells; empty for the seller that the session names.': '谁在卖；空着就用这一场写明的经营者。',
  "The number of the licence of `seller`; empty says that it stands on the shop's page.":
    '上面这位经营者的执照号；空着就写“执照见店铺页”。',
  '`toast`: the newest order; `ticker`: rows that run in; `list`: the newest orders as they are.':
    '样式：一次一单、逐行滚动，或列出最新的几单。',
  'How many rows a ticker or a list has, 1 to 10.': '滚动或列表有几行，1 到 10。',
  'Adds what an order comes to, where it is known.': '写上订单金额（知道的话）。',
  'The product to tell of; empty for what is being shown.': '说哪个商品；空着就是正在讲解的。',
  "How it looks: `seal`, `slip` or `list`. A place too long for the seal's rim is told on a slip.":
    '样式：印章、签条或清单；地名太长时印章会换成签条。',
  'The product to follow; empty for what is being shown.': '跟哪个商品；空着就是正在讲解的。',
  'How it looks: `leaf` or `slim`.': '样式：日历页或细条。',
  'The product whose price it is.': '哪个商品的价格；空着就跟着正在讲解的。',
  'The mass that the unit price is for: `jin` (斤, 500 g) or `kg`. Without it, what is usual in the language.':
    '单价按斤还是按公斤；不选就按语言的习惯。',
  'Where it stands: a `tag` by itself; `wide`, `tall` and `slim` are for the inside of a card.':
    '放在哪儿：单独用选标签，其余几种是给商品卡里面用的。',
  'Smaller, beside a title of two lines.': '小一号。',
  'The product to show; empty for what is being shown.': '显示哪个商品；空着就是正在讲解的。',
  'Which of the products being shown to follow, from 0, where no product is named.':
    '同时讲解几款时跟第几款，从 0 数起；写了商品就不看这一项。',
  'How it stands: `wide` for portrait, `tall` for landscape, `slim` where two or three are shown.':
    '样式：竖屏用宽的，横屏用高的，两三款一起讲解用细的。',
  'The product whose promises they are.': '哪个商品的承诺；空着就跟着正在讲解的。',
  'How it looks: a `line`, or `slips`.': '样式：一行字，或几张签条。',
  'The address of the shop; https only.': '店铺网址，必须以 https:// 开头。',
  "The line above the code; empty for the widget's own words.": '二维码上面的一行字；空着就用现成的。',
  "For which platform the stream is: empty or `own` for one's own, else the code is off. Inherited from what is around.":
    '在哪个平台直播：空着或填 own 是自己的直播；填了平台就不显示二维码。',
  'What is stacked: `orders` that stand, or `net` money.': '画什么：有效订单数，或净销售额。',
  'How it stands: `wide` for portrait, `side` for landscape.': '样式：竖屏用宽的，横屏用侧边的。',
  'How it looks: `tag` or `slim`.': '样式：标签或细条。',
  'How it stands: `list`, `strip` or `grid`.': '样式：列表、横条或格子。',
  'How many products are shown at once, at most 10, or 4 on a strip; 0 for as many as the look is made for.':
    '一次显示几款，最多 10，横条最多 4；0 就按样式来。',
  'Shows this page of the run, from 0; without it the shelf follows what is being shown.':
    '固定显示第几页，从 0 数起；空着就跟着讲解走。',
  'The product to follow.': '跟哪个商品；空着就跟着正在讲解的。',
  "Counts as low at this many units and below; without it the product's own limit holds.":
    '剩多少算紧张；空着就用商品自己的线。',
  'How it looks.': '样式。',
  'Which tickets, by their ids with spaces between; empty for all that have a day.':
    '哪些门票（编号，用空格隔开）；空着就是全部有日期的。',
  'What can be visited; empty for a general word.': '参观什么；空着就写通用的话。',
  'How it looks: `list`, or `leaf` with a calendar leaf a day.': '样式：列表，或一天一张日历页。',
};
