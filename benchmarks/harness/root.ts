import { fileURLToPath } from 'node:url';

/** Root of the repository: where every process starts. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
