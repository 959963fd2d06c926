/**
 * Ranks technology achievements for technology demands: the bundled sample, or two files of yours.
 *
 *     npm run demo                       the sample, to be read in a terminal
 *     npm run demo -- --help             all options
 *     npm run --silent demo -- --json    one JSON line a match
 */
import { readOptions, USAGE } from './demo/arguments.ts';
import { errorText } from './demo/errors.ts';
import { loadRecords } from './demo/load.ts';
import { Output } from './demo/output.ts';
import { run } from './demo/run.ts';

/** What shells expect of a program stopped by Ctrl-C. */
const STOPPED = 130;

const stop = new AbortController();
// Once: a second Ctrl-C ends the process at once, as without this handler.
process.once('SIGINT', () => stop.abort());

try {
  const options = readOptions(process.argv.slice(2));
  const output = new Output(process.stdout);
  if (options === 'help') await output.write(USAGE);
  else await run(loadRecords(options), options, output, stop.signal);
} catch (error) {
  if (stop.signal.aborted) {
    console.error('已中止 Stopped');
    process.exitCode = STOPPED;
  } else {
    console.error(errorText(error));
    process.exitCode = 1;
  }
}
