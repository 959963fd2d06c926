/**
 * A technology-transfer office on the bundled sample, from its files to its reports: `npx tsx examples/office/main.ts`.
 */
import { flow } from './flow.ts';
import { show } from './pages.ts';

await flow(show);
