import type { SceneItem } from '@stallcast/elements';
import { html, nothing, type TemplateResult } from 'lit';
import type { Frame } from '../draft/frame.js';
import { HANDLES, type Handle } from '../draft/resize-item.js';
import { styleBy } from '../look/style-by.js';

/** A frame so near to the upper edge has its name inside, px of the screen. */
const NAME_ROOM = 24;

export interface ItemFrame {
  item: SceneItem;
  /** Where it lies, px of the canvas. */
  frame: Frame;
  /** Px of the screen for one of the canvas. */
  zoom: number;
  /** What it is called, with what is to be known of it. */
  label: string;
  isPicked: boolean;
  /** Whether nothing else is picked: one alone has handles. */
  isOnly: boolean;
  /** Whether its widget has nothing to show. */
  isEmpty: boolean;
  take: (event: PointerEvent) => void;
  grip: (event: PointerEvent, handle: Handle) => void;
  focused: () => void;
}

/** The frame around an item, to take hold of: a button for fingers, pointers and keys alike. */
export function itemFrame(what: ItemFrame): TemplateResult {
  const { item, frame, zoom, label, isPicked, isOnly, isEmpty, take, grip, focused } = what;
  const marks = [
    isPicked ? 'picked' : '',
    isEmpty ? 'bare' : '',
    item.locked ? 'locked' : '',
    frame.y * zoom < NAME_ROOM ? 'high' : '',
  ];
  return html`
    <div class="frame ${marks.join(' ')}" style=${styleBy(placeOf(frame, zoom))}>
      <button
        type="button"
        aria-pressed=${isPicked}
        aria-label=${label}
        data-item=${item.id}
        @pointerdown=${take}
        @focus=${focused}
      >
        ${isPicked || isEmpty ? html`<span class="name">${label}</span>` : nothing}
      </button>
      ${isPicked && isOnly && !item.locked ? handles(grip) : nothing}
    </div>
  `;
}

/** The frame around several that are picked: it has the handles that resize them together, and lets everything else through. */
export function groupFrameHandles(frame: Frame, zoom: number, grip: ItemFrame['grip']): TemplateResult {
  return html`<div class="frame group" style=${styleBy(placeOf(frame, zoom))}>${handles(grip)}</div>`;
}

const handles = (grip: ItemFrame['grip']): TemplateResult[] =>
  HANDLES.map(
    (handle) =>
      html`<span class="handle ${handle}" @pointerdown=${(event: PointerEvent) => grip(event, handle)}></span>`,
  );

/** Where a frame lies on the screen. */
const placeOf = ({ x, y, width, height }: Frame, zoom: number): Record<string, string> => ({
  left: `${x * zoom}px`,
  top: `${y * zoom}px`,
  inlineSize: `${width * zoom}px`,
  blockSize: `${height * zoom}px`,
});
