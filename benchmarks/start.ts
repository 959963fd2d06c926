/**
 * What the first call costs in a fresh process: a matcher, an opened index, a worker; beside another commit, in turn,
 * where one is named: `npm run --silent bench:start -- [COMMIT] [options]`. README.md says what each row is.
 */
import { command, say } from './harness/command.ts';
import { readArguments, USAGE } from './start/arguments.ts';
import { measureStart } from './start/measure.ts';
import { startText } from './start/text.ts';

await command(async () => {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return;
  }
  const report = await measureStart(options, say);
  console.log(options.json ? JSON.stringify(report) : startText(report));
});
