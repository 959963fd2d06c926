/**
 * Ranks technology achievements for technology demands: the bundled sample, or two files of yours.
 *
 *     npm run demo                       the sample, to be read in a terminal
 *     npm run demo -- --help             all options
 *     npm run --silent demo -- --json    one JSON line a match
 */
import { main } from './demo/main.ts';
import { Output } from './demo/output.ts';

const stop = new AbortController();
// Once: a second Ctrl-C ends the process at once, as without this handler.
process.once('SIGINT', () => stop.abort());

process.exitCode = await main(process.argv.slice(2), new Output(process.stdout), console.error, stop.signal);
