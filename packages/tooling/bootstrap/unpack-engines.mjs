import { ENGINES, unpackEngine } from './engines.mjs';

for (const version of Object.keys(ENGINES)) console.log(await unpackEngine(version));
