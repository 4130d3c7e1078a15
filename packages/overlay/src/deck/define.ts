import { DeckAddSheetElement } from './add-sheet/add-sheet.js';
import { DeckAlertsElement } from './alerts/alerts.js';
import { DeckAppElement } from './app/app.js';
import { DeckEditFormElement } from './edit-form/edit-form.js';
import { DeckEmptyStallElement } from './empty-stall/empty-stall.js';
import { DeckEndDemoElement } from './end-demo/end-demo.js';
import { DeckHistoryElement } from './history/history.js';
import { DeckKeyGateElement } from './key-gate/key-gate.js';
import { DeckNoticeElement } from './notice/notice.js';
import { DeckAnnounceElement } from './announce/announce.js';
import { DeckGoalElement } from './goal/goal.js';
import { DeckNewSessionElement } from './new-session/new-session.js';
import { DeckRunElement } from './run/run.js';
import { DeckNextKeyElement } from './run/next-key.js';
import { DeckPriceEntryElement } from './price-entry/price-entry.js';
import { DeckFlashFormElement } from './flash-form/flash-form.js';
import { DeckQuotaFormElement } from './quota-form/quota-form.js';
import { DeckPresaleFormElement } from './presale-form/presale-form.js';
import { DeckOrderSheetElement } from './order-sheet/order-sheet.js';
import { DeckDevicesElement } from './devices/devices.js';
import { definePairCode } from '../pairing/pair-code.js';
import { DeckRevokedElement } from './key-gate/revoked.js';
import { DeckOnAirElement } from './on-air/on-air.js';
import { DeckOrdersElement } from './orders/orders.js';
import { DeckPanicKeyElement } from './panic-key/panic-key.js';
import { DeckPriceFormElement } from './price-form/price-form.js';
import { DeckProductRowElement } from './product-row/product-row.js';
import { DeckProductSheetElement } from './product-sheet/product-sheet.js';
import { DeckRoomSwitchElement } from './room-switch/room-switch.js';
import { DeckRoomsElement } from './rooms/rooms.js';
import { DeckRoomsOverviewElement } from './rooms-overview/rooms-overview.js';
import { DeckSettingsElement } from './settings/settings.js';
import { DeckShopLinkElement } from './shop-link/shop-link.js';
import { DeckStatusLineElement } from './status-line/status-line.js';
import { DeckStockFormElement } from './stock-form/stock-form.js';

/** The deck's parts. */
const PARTS = [
  DeckAddSheetElement,
  DeckAlertsElement,
  DeckAppElement,
  DeckEditFormElement,
  DeckEmptyStallElement,
  DeckEndDemoElement,
  DeckHistoryElement,
  DeckKeyGateElement,
  DeckNoticeElement,
  DeckAnnounceElement,
  DeckGoalElement,
  DeckNewSessionElement,
  DeckRunElement,
  DeckNextKeyElement,
  DeckPriceEntryElement,
  DeckFlashFormElement,
  DeckQuotaFormElement,
  DeckPresaleFormElement,
  DeckOrderSheetElement,
  DeckDevicesElement,
  DeckRevokedElement,
  DeckOnAirElement,
  DeckOrdersElement,
  DeckPanicKeyElement,
  DeckPriceFormElement,
  DeckProductRowElement,
  DeckProductSheetElement,
  DeckRoomSwitchElement,
  DeckRoomsElement,
  DeckRoomsOverviewElement,
  DeckSettingsElement,
  DeckShopLinkElement,
  DeckStatusLineElement,
  DeckStockFormElement,
];

/** Registers the deck's tags. */
export function defineDeck(): void {
  definePairCode();
  for (const part of PARTS) if (!customElements.get(part.tagName)) customElements.define(part.tagName, part);
}

declare global {
  interface HTMLElementTagNameMap {
    'deck-add-sheet': DeckAddSheetElement;
    'deck-alerts': DeckAlertsElement;
    'deck-app': DeckAppElement;
    'deck-edit-form': DeckEditFormElement;
    'deck-empty-stall': DeckEmptyStallElement;
    'deck-end-demo': DeckEndDemoElement;
    'deck-history': DeckHistoryElement;
    'deck-key-gate': DeckKeyGateElement;
    'deck-notice': DeckNoticeElement;
    'deck-announce': DeckAnnounceElement;
    'deck-goal': DeckGoalElement;
    'deck-new-session': DeckNewSessionElement;
    'deck-run': DeckRunElement;
    'deck-next-key': DeckNextKeyElement;
    'deck-price-entry': DeckPriceEntryElement;
    'deck-flash-form': DeckFlashFormElement;
    'deck-quota-form': DeckQuotaFormElement;
    'deck-presale-form': DeckPresaleFormElement;
    'deck-order-sheet': DeckOrderSheetElement;
    'deck-devices': DeckDevicesElement;
    'deck-revoked': DeckRevokedElement;
    'deck-on-air': DeckOnAirElement;
    'deck-orders': DeckOrdersElement;
    'deck-panic-key': DeckPanicKeyElement;
    'deck-price-form': DeckPriceFormElement;
    'deck-product-row': DeckProductRowElement;
    'deck-product-sheet': DeckProductSheetElement;
    'deck-room-switch': DeckRoomSwitchElement;
    'deck-rooms': DeckRoomsElement;
    'deck-rooms-overview': DeckRoomsOverviewElement;
    'deck-settings': DeckSettingsElement;
    'deck-shop-link': DeckShopLinkElement;
    'deck-status-line': DeckStatusLineElement;
    'deck-stock-form': DeckStockFormElement;
  }
}
