import { readOptions, USAGE } from './arguments.ts';
import { errorText } from './errors.ts';
import { loadRecords } from './load.ts';
import type { Output } from './output.ts';
import { run } from './run.ts';

/** What shells expect of a program stopped by Ctrl-C. */
const STOPPED = 130;

/**
 * The program but for its process.
 * @param complain takes what goes to stderr, a line or more at a time.
 * @returns the exit code.
 */
export async function main(
  args: readonly string[],
  output: Output,
  complain: (text: string) => void,
  signal: AbortSignal,
): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === 'help') await output.write(USAGE);
    else await run(loadRecords(options), options, output, complain, signal);
    return 0;
  } catch (error) {
    if (signal.aborted) {
      complain('已中止 Stopped');
      return STOPPED;
    }
    complain(errorText(error));
    return 1;
  }
}
