/**
 * What an office would read of each programme, on the bundled sample.
 *
 *     npm run demo:programmes                          all of them, in Chinese
 *     npm run --silent demo:programmes -- --json       one JSON object, keyed by programme
 *     npm run demo:programmes -- --only brokers        one of them
 */
import { parseArgs } from 'node:util';
import { errorText } from './demo/errors.ts';
import { Output } from './demo/output.ts';
import { paint } from './demo/terminal.ts';
import { PROGRAMMES } from './programmes/all.ts';
import { loadSample } from './programmes/sample.ts';
import type { DemoProgramme } from './programmes/types.ts';

const USAGE = `npm run demo:programmes -- [options]

  --only KEY   一个程序 one programme: ${PROGRAMMES.map(({ key }) => key).join(', ')}
  --json       一个 JSON 对象，按程序为键 one JSON object, keyed by programme
  --help       显示本说明 this text
`;

/** @throws Error naming the option that is wrong. */
function chosen(only: string | undefined): readonly DemoProgramme[] {
  if (only === undefined) return PROGRAMMES;
  const found = PROGRAMMES.filter(({ key }) => key === only);
  if (found.length > 0) return found;
  const keys = PROGRAMMES.map(({ key }) => key).join(', ');
  throw new Error(`--only: expected one of ${keys}, received ${JSON.stringify(only)}`);
}

async function run(args: readonly string[], output: Output): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return output.write(USAGE);
  const programmes = chosen(values.only);
  const sample = loadSample();
  const all = new Map<string, unknown>();
  for (const programme of programmes) {
    const { json, text } = await programme.run(sample);
    if (values.json === true) all.set(programme.key, json);
    else {
      const title = `${programme.number}  ${programme.titleZh}  ${programme.titleEn}`;
      await output.write(`${paint('bold', title)}\n\n${text}\n\n\n`);
    }
  }
  if (values.json === true) await output.write(`${JSON.stringify(Object.fromEntries(all), null, 1)}\n`);
}

try {
  await run(process.argv.slice(2), new Output(process.stdout));
} catch (error) {
  console.error(errorText(error));
  process.exitCode = 1;
}
