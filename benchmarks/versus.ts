/**
 * Whether a change made cuohe faster: the working tree beside another commit, each built by its own build, in turn:
 * `npm run --silent bench:versus -- COMMIT [options]`. README.md says what each row is.
 */
import { command, say } from './harness/command.ts';
import { readArguments, USAGE } from './versus/arguments.ts';
import { measureVersus } from './versus/measure.ts';
import { versusText } from './versus/text.ts';

await command(async () => {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return;
  }
  const report = await measureVersus(options, say);
  console.log(options.json ? JSON.stringify(report) : versusText(report));
});
