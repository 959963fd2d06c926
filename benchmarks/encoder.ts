/**
 * `cuohe/encoder` beside the published encoder of which its weights are made, on the same texts in turn:
 * `npm run --silent bench:encoder -- --help`.
 */
import { parseArgs } from 'node:util';
import { benchEncoder } from './encoder/bench.ts';
import { countOf } from './harness/arguments.ts';
import { command, say } from './harness/command.ts';

const USAGE = `npm run --silent bench:encoder -- [options]

  --rounds N    counted rounds, default 5; one more warms up
  --json        one JSON object in place of a table
`;

await command(async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const report = await benchEncoder(countOf('rounds', values.rounds), say);
  if (values.json) return console.log(JSON.stringify(report));
  const { texts, element, cosine, agree, fileMb, openMs, peakMb, ms } = report;
  console.log(
    `${texts} texts: ${agree ? 'agree' : 'DIFFER'}, numbers within ${element.toExponential(1)}, 1 − cosine within ${cosine.toExponential(1)}`,
  );
  console.log(`weights ${fileMb.toFixed(1)} MB, opened in ${openMs.toFixed(0)} ms`);
  console.log(
    `peak memory of the process: ours ${peakMb.ours.toFixed(0)} MB, reference ${peakMb.reference.toFixed(0)} MB`,
  );
  for (const [name, { ours, reference }] of Object.entries(ms)) {
    console.log(
      `${name}: ours ${ours.median.toFixed(2)} ms a text, reference ${reference.median.toFixed(2)}`,
    );
  }
});
