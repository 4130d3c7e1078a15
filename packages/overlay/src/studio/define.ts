import { AddToObsFormElement } from './add-to-obs/add-to-obs-form.js';
import { StudioAppElement } from './app/studio-app.js';
import { DataWizardElement } from './data-wizard/data-wizard.js';
import { StudioLocalPackElement } from './local-pack/local-pack.js';
import { StudioPreviewElement } from './preview/preview.js';
import { definePairCode } from '../pairing/pair-code.js';
import { StudioPairPhoneElement } from './pair-phone/pair-phone.js';
import { StudioRoomChoiceElement } from './room-choice/room-choice.js';
import { StudioStepsElement } from './steps/steps.js';

const PARTS = [
  StudioAppElement,
  StudioPreviewElement,
  StudioRoomChoiceElement,
  StudioStepsElement,
  AddToObsFormElement,
  StudioPairPhoneElement,
  DataWizardElement,
  StudioLocalPackElement,
];

/** Registers the studio's tags. */
export function defineStudio(): void {
  definePairCode();
  for (const part of PARTS) if (!customElements.get(part.tagName)) customElements.define(part.tagName, part);
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-app': StudioAppElement;
    'studio-preview': StudioPreviewElement;
    'studio-steps': StudioStepsElement;
  }
}
