/**
 * CPU time and memory of the programmes at the sizes of an office (M) and of a province (L):
 * `npm run --silent bench:programmes -- [options]`. README.md says what they are.
 */
import { parseArgs } from 'node:util';
import { countOf } from './harness/arguments.ts';
import { command } from './harness/command.ts';
import { keepRows, readRows } from './programmes/runner/kept.ts';
import { runProgrammes } from './programmes/runner/run.ts';
import { programmesText } from './programmes/runner/text.ts';

await command(async () => {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      case: { type: 'string', default: '' },
      beside: { type: 'string' },
      rounds: { type: 'string', default: '1' },
      keep: { type: 'string' },
      print: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const tell = (rows: Parameters<typeof programmesText>[0]) =>
    console.log(values.json ? JSON.stringify(rows) : programmesText(rows));
  if (values.print !== undefined) {
    tell(readRows(values.print));
    return;
  }
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) {
    throw new Error(`--scale: expected a number in (0, 1], received ${JSON.stringify(values.scale)}`);
  }
  const { rows, failures, missing } = await runProgrammes({
    scale,
    wanted: values.case,
    beside: values.beside,
    rounds: countOf('rounds', values.rounds),
  });
  if (values.keep !== undefined) keepRows(values.keep, rows);
  tell(rows);
  for (const one of missing) console.error(`not there before: ${one.split('\n')[0]}`);
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
});
