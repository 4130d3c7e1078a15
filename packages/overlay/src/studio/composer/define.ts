import '@stallcast/elements/room';
import '@stallcast/elements/scene';
import { StudioCanvasElement } from './canvas/canvas.js';
import { StudioComposerElement } from './composer.js';
import { StudioInspectorElement } from './inspector/inspector.js';
import { StudioLayersElement } from './layers/layers.js';
import { StudioOverviewElement } from './overview/overview.js';
import { StudioPaletteElement } from './palette/palette.js';
import { StudioScenesElement } from './scenes/scenes.js';
import { StudioTestsElement } from './tests/tests.js';
import { StudioTunerElement } from './tuner/tuner.js';
import { StudioUseElement } from './use/use.js';
import { StudioViewBarElement } from './view-bar/view-bar.js';

const PARTS = [
  StudioCanvasElement,
  StudioComposerElement,
  StudioInspectorElement,
  StudioLayersElement,
  StudioOverviewElement,
  StudioPaletteElement,
  StudioScenesElement,
  StudioTestsElement,
  StudioTunerElement,
  StudioUseElement,
  StudioViewBarElement,
];

/** Registers the composer's tags. */
export function defineComposer(): void {
  for (const part of PARTS) if (!customElements.get(part.tagName)) customElements.define(part.tagName, part);
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-canvas': StudioCanvasElement;
    'studio-composer': StudioComposerElement;
    'studio-inspector': StudioInspectorElement;
    'studio-layers': StudioLayersElement;
    'studio-overview': StudioOverviewElement;
    'studio-palette': StudioPaletteElement;
    'studio-scenes': StudioScenesElement;
    'studio-tests': StudioTestsElement;
    'studio-tuner': StudioTunerElement;
    'studio-use': StudioUseElement;
    'studio-view-bar': StudioViewBarElement;
  }
}
