import { PALETTES } from './palettes.js';
import type { Token } from './token.js';

const semantic = (en: string, zh: string): Token => ({ kind: 'public', tier: 'semantic', en, 'zh-CN': zh });
const component = (en: string, zh: string): Token => ({ kind: 'public', tier: 'component', en, 'zh-CN': zh });
const setting = (en: string, zh: string): Token => ({ kind: 'public', tier: 'setting', en, 'zh-CN': zh });

/** Every custom property of Stallcast. A test fails on one that is missing here, and on one that nobody reads. */
export const TOKENS = {
  '--stall-color-plate': semantic('Colour of the board that text stands on.', '牌面的底色，文字都写在它上面。'),
  '--stall-color-plate-quiet': semantic(
    'Colour of the stub, the quieter part of a board.',
    '票根的底色，比牌面安静一档。',
  ),
  '--stall-color-plate-loud': semantic('Colour of the spine and of tabs.', '书脊和标签的底色。'),
  '--stall-color-text': semantic('Colour of text on a board.', '牌面上文字的颜色。'),
  '--stall-color-text-quiet': semantic(
    'Colour of what is said in passing, such as a usual price.',
    '次要文字的颜色，例如日常价。',
  ),
  '--stall-color-text-loud': semantic('Colour of text on the spine and on tabs.', '书脊和标签上文字的颜色。'),
  '--stall-color-value': semantic('Colour of prices and money.', '价格和金额的颜色。'),
  '--stall-color-accent': semantic(
    'Colour of meters, of at least 3:1 on the board.',
    '进度条的颜色，与牌面的对比度至少 3:1。',
  ),
  '--stall-color-flash': semantic('Colour of time offers and small seals.', '限时价和小印章的底色。'),
  '--stall-color-text-flash': semantic('Colour of text on a time offer.', '限时价上文字的颜色。'),
  '--stall-color-warning': semantic('Colour of a stock that is low.', '库存紧张时数字的颜色。'),
  '--stall-color-stamp': semantic('Colour of the sold-out stamp.', '“已抢光”印章的颜色。'),
  '--stall-color-line': semantic('Colour of rules, dots and the track of a meter.', '细线、圆点和进度条底槽的颜色。'),

  '--stall-font-text': semantic('Font family of running text.', '正文所用的字体。'),
  '--stall-font-song': semantic('Font family of seals and stamps.', '印章字体（宋体类）。'),
  '--stall-font-value': semantic('Font family of amounts set in type.', '排成文字的金额所用的字体。'),
  '--stall-font-title': semantic('Font family of product titles.', '商品标题字体。'),
  '--stall-font-weight-title': semantic('Weight of product titles.', '商品标题的字重。'),
  '--stall-font-tracking-title': semantic('Letter spacing of product titles.', '商品标题的字距。'),

  '--stall-space-density': semantic(
    'How roomy boards are: 1 as designed, 0.7 denser, 1.3 airier.',
    '疏密：1 为原样，0.7 更紧凑，1.3 更宽松。',
  ),

  '--stall-radius-plate': semantic('Corners of a large board.', '大牌面的圆角。'),
  '--stall-radius-small': semantic('Corners of a small board.', '小牌面的圆角。'),
  '--stall-radius-tab': semantic('Corners of a tab on the rail.', '标签的圆角。'),
  '--stall-radius-meter': semantic('Corners of a meter.', '进度条的圆角。'),
  '--stall-shadow-plate': semantic('Filter that draws the shadow of a board.', '牌面的投影（滤镜）。'),
  '--stall-plate-emblem': semantic(
    'The theme’s one ornament, at the foot of the spine.',
    '主题唯一的装饰，在书脊下端。',
  ),
  '--stall-plate-emblem-size': semantic('Size of one repeat of the ornament.', '装饰图案一个单元的大小。'),
  '--stall-plate-clip': semantic(
    'Shape that the board is cut to, as in clip-path; none for its rounded box.',
    '牌面裁成的形状，写法同 clip-path；none 为圆角矩形。',
  ),
  '--stall-plate-corner': semantic(
    'How far a cut or round corner reaches: tabs stand in by as much.',
    '切角或圆角占去的宽度，标签随之缩进。',
  ),
  '--stall-plate-texture': semantic(
    'Background laid over the board, never under a text that it makes hard to read.',
    '牌面上的纹理（background 写法），不得影响文字辨认。',
  ),
  '--stall-plate-line': semantic(
    'Picture of the thread along the edge: an SVG of 84 × 84 px whose corners are 28 px.',
    '牌面的描边线：84×84 的 SVG，四角各 28 px（九宫格）。',
  ),

  '--stall-figure-weight': semantic(
    'Stroke width of the drawn numerals, in a box 100 high.',
    '手绘数字的笔画粗细（字高 100）。',
  ),
  '--stall-figure-weight-fine': semantic('Stroke width of small numerals and of cents.', '小号数字和角分的笔画粗细。'),
  '--stall-figure-nib-x': semantic('How far the broad nib reaches sideways.', '宽笔尖的横向宽度。'),
  '--stall-figure-nib-y': semantic('How far the broad nib reaches upwards.', '宽笔尖的纵向宽度。'),
  '--stall-figure-cap': semantic(
    'Ends of the numerals’ strokes: round, butt or square.',
    '数字笔画的端点：round、butt 或 square。',
  ),
  '--stall-figure-join': semantic(
    'Corners of the numerals’ strokes: round, miter or bevel.',
    '数字笔画的转角：round、miter 或 bevel。',
  ),
  '--stall-figure-slant': semantic('Slant of the numerals.', '数字的倾斜角度。'),
  '--stall-figure-inline': semantic(
    'Colour of a thread along the middle of the stroke, or none; not for small numerals.',
    '笔画中线的颜色，none 为没有；小号数字不用。',
  ),
  '--stall-figure-stencil': semantic(
    'Dashes of a stencil, as “98 9” with bridges 9 wide, or none; not for small numerals.',
    '镂空字的断口，例如“98 9”为 9 宽的断口，none 为没有；小号数字不用。',
  ),

  '--stall-motion-duration-in': semantic('How long a plate takes to come in.', '牌子进场的时长。'),
  '--stall-motion-duration-change': semantic('How long a change of content takes.', '内容变化的时长。'),
  '--stall-motion-duration-out': semantic('How long a plate takes to leave.', '牌子退场的时长。'),
  '--stall-motion-curve-in': semantic('Curve of coming in.', '进场的缓动曲线。'),
  '--stall-motion-curve-change': semantic('Curve of a change.', '变化的缓动曲线。'),
  '--stall-motion-curve-out': semantic('Curve of leaving.', '退场的缓动曲线。'),
  '--stall-motion-curve-stamp': semantic('Curve of the stamp that lands.', '印章落下的缓动曲线。'),
  '--stall-motion-travel': semantic(
    'How far a plate travels when it comes in: up, or down where it is negative.',
    '牌子进场移动的距离：正数自下而上，负数自上而下。',
  ),

  '--stall-stock-counter-fill': component('Colour of the meter while there is plenty.', '库存充足时进度条的颜色。'),
  '--stall-stock-counter-fill-low': component(
    'Colour of figure and meter when stock is low.',
    '库存紧张时数字和进度条的颜色。',
  ),
  '--stall-price-value': component('Colour of a price.', '价格的颜色，卡片内外都用。'),
  '--stall-product-card-price': component('Colour of the price on the product card.', '商品卡上价格的颜色。'),
  '--stall-goal-fill': component('Colour of what is reached in the meter of a goal.', '销售目标进度的颜色。'),
  '--stall-order-ticker-quantity': component('Colour of the number of units in an order.', '订单里件数的颜色。'),
  '--stall-product-card-picture': component('Colour behind the product’s picture.', '商品图片后面的底色。'),
  '--stall-sales-chart-crate': component(
    'Colour of the crates, of at least 3:1 on the board.',
    '筐的颜色，与牌面的对比度至少 3:1。',
  ),
  '--stall-legal-slip': component('Colour of the slip of the legal line.', '法律信息条的底色。'),
  '--stall-prompter-ground': component('Colour of the prompter behind everything.', '主播提词屏的底色。'),
  '--stall-prompter-text': component('Colour of the prompter’s text.', '主播提词屏文字的颜色。'),
  '--stall-prompter-alert': component(
    'Colour of what the prompter wants minded, and of the plate of a message.',
    '提词屏上要留意的内容和场控留言底板的颜色。',
  ),
  '--stall-legal-text': component('Colour of the legal line on its slip.', '法律信息条上文字的颜色。'),

  '--stall-src': setting('The connection string of an overlay source.', '画面的数据连接。'),
  '--stall-id': setting('The stall of an overlay source without a connection string.', '画面显示哪个摊位。'),
  '--stall-room-id': setting('The room of an overlay source.', '画面显示哪个直播间。'),
  '--stall-lang': setting('The language of an overlay source: zh-CN or en.', '画面的语言：zh-CN 或 en。'),
  '--stall-canvas': setting(
    'The canvas of an overlay source: portrait or landscape.',
    '画布：portrait 竖屏，landscape 横屏。',
  ),
  '--stall-scene': setting(
    'The starting scene of an overlay source, such as orchard or county, in place of its widgets.',
    '画面用哪个现成场景，例如 orchard、county，代替上面的组件。',
  ),
  '--stall-widgets': setting(
    'The widgets of an overlay source: card, counter, ticker.',
    '显示哪些组件：card counter ticker。',
  ),
  '--stall-theme': setting(
    'The theme of an overlay source: orchard, harvest, batik, newyear, night, paper.',
    '画面的主题：orchard harvest batik newyear night paper。',
  ),
  '--stall-background': setting(
    'The colour that a window capture keys out: magenta, or green, which the green boards of some themes come near to.',
    '窗口采集抠像用的底色：magenta；也可以写 green，但有些主题的绿色边框会被一起抠淡。',
  ),
  '--stall-doctor': setting(
    'With on, a board says why a source is blank, to viewers as well.',
    '写 on 显示体检板，说明画面为什么是空的，观众也看得到。',
  ),

  ...PALETTES,
} as const satisfies Record<`--stall-${string}`, Token>;

/** The name of a custom property that Stallcast knows. */
export type TokenName = keyof typeof TOKENS;
