import { missingWords } from './missing-words.js';

/* What is tested without a page asks for words without waiting for them. */
await missingWords('en');
