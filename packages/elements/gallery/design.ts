import '@stallcast/themes/all.css';
import { THEMES, type ThemeName } from '@stallcast/themes';
import type { Order } from '@stallcast/protocol';
import { css, html, LitElement } from 'lit';
import '../src/components/order-ticker/define.js';
import '../src/components/product-card/define.js';
import { figure, figureStyles } from '../src/internal/figures.js';
import hostStyles from '../src/internal/host.styles.js';
import plateStyles from '../src/internal/plate.styles.js';
import { sampleStall, type SampleId } from '../src/internal/sample-stall.js';
import { STATES_AT } from '../src/internal/widget-state.js';
import { drawContact } from './design-contact.js';
import { drawMotion } from './design-motion.js';
import { drawSafeAreas } from './design-safe-areas.js';
import { setStage } from './stage.js';

/** What each theme was made for. */
const GOODS: Readonly<Record<ThemeName, SampleId>> = {
  orchard: 'peach',
  harvest: 'noodles',
  batik: 'pepper',
  newyear: 'ginseng',
  night: 'watermelon',
  paper: 'cabbage',
};

const main = document.querySelector('main');
if (!main) throw new Error('Expected <main> on the page.');

/** The drawn figures in the pen of whatever theme they stand in. */
class FigureStripElement extends LitElement {
  static override readonly styles = [
    hostStyles,
    plateStyles,
    figureStyles,
    css`
      .strip {
        position: relative;
        display: inline-flex;
        gap: 28px;
        align-items: flex-end;
        padding: 26px 34px;
        color: var(--_color-value);
        --_size: 104px;
      }
      .strip > .figure {
        position: relative;
      }
      .fine {
        --_size: 46px;
      }
    `,
  ];

  protected override render() {
    return html`<div class="strip">
      <div class="plate small"><div class="board"></div></div>
      ${figure('0123456789')} ${figure('¥39.90', 'fine')}
    </div>`;
  }
}
customElements.define('figure-strip', FigureStripElement);

const soldOf = (productId: string): Order => ({
  id: `order-of-${productId}`,
  orderId: productId,
  lines: [{ productId, qty: 2 }],
  room: 'main',
  status: 'paid',
  buyer: { mask: '王**' },
  region: { level: 'province', name: '浙江' },
  occurredAt: STATES_AT,
  seq: 1,
});

function showThemes(place: HTMLElement): void {
  place.classList.add('busy');
  const grid = document.createElement('div');
  grid.className = 'grid';
  for (const [theme, { en, 'zh-CN': zh }] of Object.entries(THEMES)) {
    const id = GOODS[theme as ThemeName];
    const block = document.createElement('section');
    block.className = 'theme';
    block.dataset['stallTheme'] = theme;
    const name = document.createElement('div');
    name.className = 'name';
    name.textContent = `${zh} ${en}`;
    const stall = sampleStall(id, { featured: [id], stock: { sellable: 12, sold: 288 } });
    const live = [soldOf(id)];
    const shown = [
      setStage('stall-order-ticker', { name: 'toast', en: '', 'zh-CN': '', stall, live }, 'zh-CN'),
      setStage('stall-product-card', { name: 'low', en: '', 'zh-CN': '', stall }, 'zh-CN'),
    ];
    block.append(name, ...shown.map(({ room }) => room));
    grid.append(block);
    for (const { play } of shown) void play();
  }
  place.append(grid);
}

function showFigures(place: HTMLElement): void {
  const table = document.createElement('table');
  for (const [theme, { en, 'zh-CN': zh }] of Object.entries(THEMES)) {
    const row = table.insertRow();
    row.dataset['stallTheme'] = theme;
    const head = document.createElement('th');
    head.textContent = `${zh} ${en}`;
    row.append(head);
    row.insertCell().append(document.createElement('figure-strip'));
  }
  place.append(table);
}

const query = new URLSearchParams(location.search);
const SHEETS: Readonly<Record<string, (place: HTMLElement) => void>> = {
  contact: (place) => void drawContact(place, query.get('theme') ?? 'orchard', query.get('lang') ?? 'zh-CN'),
  themes: showThemes,
  figures: showFigures,
  motion: drawMotion,
  'safe-areas': drawSafeAreas,
};
SHEETS[query.get('sheet') ?? 'themes']?.(main);
