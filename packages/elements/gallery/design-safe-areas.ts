import { html, render } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

interface Area {
  name: string;
  /** Left, top, right, bottom, in px of the canvas. */
  box: readonly [number, number, number, number];
  kind: 'theirs' | 'host' | 'ours';
}

interface Canvas {
  size: readonly [width: number, height: number];
  areas: readonly Area[];
}

/** Cautious estimates: no platform publishes them. The overlay's own test keeps the widgets inside "ours". */
const CANVASES: readonly Canvas[] = [
  {
    size: [1080, 1920],
    areas: [
      { name: '直播间页头 header · 0–224 · 估计 estimated', box: [0, 0, 1080, 224], kind: 'theirs' },
      { name: '评论 comments · x 0–690, y 1272–1736 · 估计', box: [0, 1272, 690, 1736], kind: 'theirs' },
      { name: '平台商品卡 platform card · 估计', box: [706, 1272, 1080, 1736], kind: 'theirs' },
      { name: '输入栏 input bar · 1752–1920 · 估计', box: [0, 1752, 1080, 1920], kind: 'theirs' },
      { name: '我们的 ours · x 40–1040, y 240–1256', box: [40, 240, 1040, 1256], kind: 'ours' },
      { name: '主播的脸 face · x 300–790, y 470–750', box: [300, 470, 790, 750], kind: 'host' },
    ],
  },
  {
    size: [1920, 1080],
    areas: [
      { name: '我们的 ours · x 96–1824, y 54–1026', box: [96, 54, 1824, 1026], kind: 'ours' },
      { name: '主播 host · x 560–1480, y 170–760', box: [560, 170, 1480, 760], kind: 'host' },
    ],
  },
];

const LOOKS = {
  theirs: { background: '#5b1f1acc', color: '#fff', border: '4px dashed #ffb9a6' },
  host: { background: '#123a5fbb', color: '#fff', border: '4px dashed #a9d4ff' },
  ours: { color: '#ffe27a', border: '5px solid #ffe27a' },
} as const;

/** Draws both canvases with what is to be kept free. */
export function drawSafeAreas(place: HTMLElement): void {
  const drawn = CANVASES.map(({ size: [width, height], areas }) => {
    const boxes = areas.map(({ name, kind, box: [left, top, right, bottom] }) => {
      const [inlineSize, blockSize] = [`${right - left}px`, `${bottom - top}px`];
      const style = { position: 'absolute', left: `${left}px`, top: `${top}px`, inlineSize, blockSize, ...LOOKS[kind] };
      return html`<div style=${styleMap({ boxSizing: 'border-box', ...style })}>
        <span style="display:inline-block;padding:8px 14px;background:#23201cdd">${name}</span>
      </div>`;
    });
    const canvas = { position: 'relative', flex: 'none', width: `${width}px`, height: `${height}px` };
    const backdrop = { background: "url('../pictures/backdrop.svg') 50% 20% / cover" };
    return html`<div style=${styleMap({ ...canvas, ...backdrop })}>${boxes}</div>`;
  });
  render(html`<div style="display:flex;gap:60px;align-items:flex-start;font-size:34px">${drawn}</div>`, place);
}
