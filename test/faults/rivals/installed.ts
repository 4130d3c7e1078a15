import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the rivals: a project of its own, which no test installs. */
export const RIVALS = fileURLToPath(new URL('../../rivals/', import.meta.url));

/** Whether the rivals are there, and are meant to run: `pnpm --filter @stallcast/test reliability` installs them and says so. */
export const areRivalsThere = process.env.STALLCAST_RIVALS === '1' && existsSync(`${RIVALS}node_modules/nodecg`);
