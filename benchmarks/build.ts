/**
 * What building an index takes: on one thread and by workers, beside scikit-learn and another commit, in turn; and how much
 * memory: `npm run --silent bench:build -- [COMMIT] [options]`. README.md says what each row is.
 */
import { readArguments, USAGE } from './build/arguments.ts';
import { measureBuild } from './build/measure.ts';
import { buildText } from './build/text.ts';
import { command, say } from './harness/command.ts';

await command(async () => {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return;
  }
  const report = await measureBuild(options, say);
  console.log(options.json ? JSON.stringify(report) : buildText(report));
});
