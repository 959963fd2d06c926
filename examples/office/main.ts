/**
 * A technology-transfer office on the bundled sample, from its files to its reports: `npx tsx examples/office/main.ts`.
 */
import { tableText } from '../../src/command/table-text.ts';
import { flow } from './flow.ts';

await flow((title, table, most = table.rows.length) => {
  const rest = table.rows.length - most;
  const shown = tableText({ ...table, rows: table.rows.slice(0, most) });
  console.log(`${title}\n${shown.join('\n')}${rest > 0 ? `\n  …… 另${rest}行` : ''}\n`);
});
