/**
 * Time and memory of the programmes at the sizes of an office: `npm run --silent bench:programmes -- [--scale S]
 * [--case TEXT] [--json]`, with a scale in (0, 1], 1 by default, and a part of the names of the cases to run.
 */
import { parseArgs } from 'node:util';
import { command } from './harness/command.ts';
import { programmesText, runProgrammes } from './programmes/runner/run.ts';

await command(async () => {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      case: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) {
    throw new Error(`--scale: expected a number in (0, 1], received ${JSON.stringify(values.scale)}`);
  }
  const { rows, failures } = await runProgrammes(scale, values.case);
  console.log(values.json ? JSON.stringify(rows) : programmesText(rows));
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
});
