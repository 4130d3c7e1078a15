import { CopyPanelElement } from './copy/copy-panel.js';
import { RelayDoorElement } from './relay/relay-door.js';
import { TableReportElement } from './report/table-report.js';
import { WizardSheetElement } from './sheet/wizard-sheet.js';
import { ShopsDoorElement } from './shops/shops-door.js';
import { StorefrontElement } from './shops/storefront.js';
import { TableDoorElement } from './table/table-door.js';
import { TwoWaysElement } from './table/two-ways.js';
import { TypeInElement } from './type-in/type-in.js';

const PARTS = [
  CopyPanelElement,
  RelayDoorElement,
  ShopsDoorElement,
  StorefrontElement,
  TableDoorElement,
  TableReportElement,
  TwoWaysElement,
  TypeInElement,
  WizardSheetElement,
];

/** Registers what stands behind the wizard's doors. */
export function defineDoors(): void {
  for (const part of PARTS) if (!customElements.get(part.tagName)) customElements.define(part.tagName, part);
}
