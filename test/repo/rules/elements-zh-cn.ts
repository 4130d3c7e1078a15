/**
 * What the page of widgets says in Chinese, by its English sentence: the first one of a widget's comment, and the paragraph of its own page
 * that says when to use it. An English sentence that changes is a sentence without Chinese.
 */
export const SENTENCES: Readonly<Record<string, string>> = {
  // stall-announcement
  'Says one line to the audience: a lower third that the operator put up.':
    '对观众说一句话：由场控挂出的下三分之一字幕条。',
  'Use it for what is said once and soon over. What is true for the whole show belongs on a card, a goal or the legal line.':
    '用来说一次、很快就过去的话。整场都成立的内容，放在商品卡、目标或经营者信息条上。',
  // stall-countdown
  "Counts down to the end of a product's flash sale, or to a deadline of its own, by the server's clock.":
    '按服务器的时钟，倒数到某个商品限时价结束，或倒数到一个自定的时刻。',
  "Use it where the sale itself is the news: above the card it stands on the card's own tab already. A product's countdown shows nothing while there is no flash sale, while the price is kept back, and while the product is paused.":
    '限时价本身就是看点时用；商品卡的标签上已经有倒计时。没有限时价、价格待开或商品暂停时，它什么也不显示。',
  // stall-goal
  'Shows what the evening has reached of its goal: orders, units, mass or net money.':
    '显示今晚的目标完成了多少：单数、件数、重量或净销售额。',
  'Use it when the evening has one number to reach together: 500 orders, a tonne of peaches. For the course of the session there is `<stall-sales-chart>`.':
    '今晚有一个要一起达成的数时用：500 单、一吨桃。要看整场的走势，用 `<stall-sales-chart>`。',
  // stall-legal
  "Says who sells, by which licence, and that the product's page is what counts.":
    '写明谁在经营、凭什么执照，以及价格库存以商品页为准。',
  'Use it on every canvas that sells, for the whole show.': '凡是卖货的画面都用，整场挂着。',
  // stall-order-ticker
  'Tells of orders as they are paid: who by a mask, from where, how many.':
    '订单付款时播报：脱敏的买家、来自哪里、买了几件。',
  'Use a toast on an overlay, a ticker where there is room for rows, a list on a page. One on a canvas is enough.':
    '画面上用 toast，有地方排行时用 ticker，网页上用 list。一个画面一个就够。',
  // stall-origin
  'Says where a product comes from: farm, lot, harvest, certificates and inspections.':
    '说明商品从哪里来：农场、批次、采收日期、证书和检测。',
  'Use it when the origin is an argument and there are papers for it; without `provenance` it is empty.':
    '产地是卖点、又有凭据时用；没有 `provenance` 就什么也不显示。',
  // stall-presale
  'Promises a day: what waits at a workshop, against what it makes a day.':
    '答应一个日子：作坊里排着多少，对照一天能做多少。',
  'Use it for what is made to order: jars, baskets, cured meat. Of what is there already, `<stall-stock-counter>` tells what is left.':
    '现做现发的东西用：坛装咸菜、篮子、腊肉。已经做好的，用 `<stall-stock-counter>` 看还剩多少。',
  // stall-price
  'Tells the price of one product, with what it compares with and what that rests on, and the price of a 斤 or a kilogram.':
    '显示一个商品的价格、对比价及其依据，以及每斤或每千克的价格。',
  'Use it alone where the product is seen in the picture and the host holds it up; else the card has it already.':
    '画面里看得到商品、主播拿在手上时单独用；其他时候商品卡上已经有价格。',
  // stall-product-card
  'Shows one product on air: its link number, picture, price with the price of a 斤 or kilogram, what is promised, and what is left.':
    '在画面上显示一个商品：几号链接、图片、价格和每斤或每千克的价格、承诺，以及还剩多少。',
  'Use it as the one thing that stays on screen while something is sold. Where the picture shows the product and the host holds it up, a `<stall-price>` takes less room.':
    '卖着货时一直留在画面上的那一个。画面里看得到商品、主播拿在手上时，`<stall-price>` 更省地方。',
  // stall-promises
  'Tells what the seller promises: when it ships, what happens to bad fruit, and until when an order leaves today.':
    '写明卖家的承诺：多久发货、坏果怎么赔、几点前拍今天发。',
  'Use it beside a price, or on a page without a card; the card has the line already.':
    '放在价格旁，或没有商品卡的网页上；商品卡上已经有这一行。',
  // stall-prompter
  'Tells the host, on a second screen or a dock: what is being shown, what comes next, what runs low, what was cancelled, what is to be minded, and what the operator has to say.':
    '在副屏或停靠窗口里提示主播：正在讲什么、接下来讲什么、什么快没了、什么取消了、要注意什么，以及场控要说的话。',
  'Use it where the host alone sees it, never on air.': '只给主播看，绝不上画面。',
  // stall-qr
  "Stands a QR code for one's own shop on the counter, with the name of the place that it leads to.":
    '在柜台上立一块自家店铺的二维码，并写明通向哪里。',
  "Use it on streams and pages of one's own; in the profile of a platform it is off.":
    '只在自己的直播和网页上用；选了平台的配置，它就关闭。',
  // stall-room
  "Provides one room's live data to the widgets inside it.": '把一个直播间的实时数据交给里面的组件。',
  'Use one around all widgets that show the same room; a page may have several.':
    '同一个直播间的组件外面套一个；一个网页可以有好几个。',
  // stall-sales-chart
  'Shows how the session went so far: crates stacked along a bench, and the totals in figures.':
    '显示这一场到现在卖得怎样：沿着长凳码起来的筐，外加总数。',
  'Use it in a break, at the end of the show, on a page; not for the whole show, since the price is the one loud thing then.':
    '休息时、收场时或网页上用；不要整场挂着，卖货时最醒目的应该是价格。',
  // stall-scene
  'Lays widgets out on a canvas from a scene file, and directs which of them is on air when.':
    '按场景文件把组件摆上画面，并安排哪个什么时候上。',
  'Use it for an overlay of more than one widget: what is laid out lives in a file that a person can save, share and open again, and side tags take turns by themselves. For one or two widgets on a page of your own, place them with CSS.':
    '画面上不止一个组件时用：布局存在一个文件里，可以保存、分享、再打开，旁边的标签会自己轮换。自己的网页上只放一两个组件，用 CSS 摆就行。',
  // stall-share
  'Says what part of the profit or the sales goes to the farmers, who vouches for it, and as of when.':
    '说明利润或销售额的几成归农户、谁来担保、截至哪天。',
  'Use it when the session states the share with who vouches for it. It is no place for a slogan: without evidence it is empty.':
    '这一场写明了几成归农户、又有人担保时用。它不是放口号的地方：没有凭据就什么也不显示。',
  // stall-shelf
  'Shows the run of products: what is being shown, what comes next, and how many more there are.':
    '显示整场的商品：正在讲的、接下来的，以及还有几款。',
  'Use it where viewers ask what else there is: beside the card in landscape, in a break, on a page.':
    '观众会问“还有什么”的地方用：横屏时放在商品卡旁，休息时，或网页上。',
  // stall-status
  'Says whether the data is live and how old it is; with `doctor` it answers “why is it blank?” in plain words.':
    '说明数据是不是实时、有多旧；加上 `doctor`，用大白话回答“为什么是空白的？”。',
  'Use it where the host or the operator looks, not on air; with `doctor` while setting up.':
    '放在主播或场控看得到的地方，不上画面；布置时加上 `doctor`。',
  // stall-stock-counter
  'Tells how much of one product is left, live, with what the figure rests on and how old it is.':
    '实时显示一个商品还剩多少，这个数凭什么、有多旧。',
  'Use it alone where only the number counts, on a wall or beside a video; the card has it already.':
    '只看数字的地方单独用，比如大屏上或视频旁；商品卡上已经有它。',
  // stall-tickets
  'Shows the slots of a farm visit, day by day: what is left, and which days are full.':
    '按天显示农场参观的名额：还剩多少，哪天已满。',
  'Use it when visits on days are sold. A ticket for one day alone is a card like any other.':
    '按天卖参观名额时用。只卖一天的票，用商品卡就行。',
};
