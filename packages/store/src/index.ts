export { systemClock, type Clock } from './clock.js';
export { OFFLINE_MS, type Freshness, type FreshnessLevel } from './freshness.js';
export { keepState } from './keep-state.js';
export {
  createRoomStore,
  type KeptState,
  type OrderArrival,
  type RoomStore,
  type RoomStoreOptions,
} from './room-store.js';
