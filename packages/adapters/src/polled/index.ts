export { createAsker, MAX_BYTES, type Asker, type Question } from './fetch-text.js';
export { MIN_INTERVAL_MS, polledAdapter, type PolledSource, type Read } from './polled-adapter.js';
export { readStock, type ReadStock, type StallReading, type StockFigures } from './stall-reading.js';
export type { Answer } from './answer.js';
