import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this repository: the extension under development. */
export const repository = resolve(fileURLToPath(new URL('../..', import.meta.url)));
