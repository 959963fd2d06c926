import { CommanderError } from 'commander';
import { errorText } from './errors.ts';
import type { Host } from './host.ts';
import { languageOf, sayIn } from './language.ts';
import { programOf } from './program.ts';

/** Exit codes: all went well; something was wrong with files or values; the command line was not understood. */
const DONE = 0;
const FAILED = 1;
const MISUSED = 2;
/** What shells expect of a program stopped by Ctrl-C. */
const STOPPED = 130;

/**
 * The program but for its process.
 * @param args without the names of Node and of the script.
 * @returns the exit code: 0 done, 1 bad files or values, 2 a command line that is not understood, 130 stopped.
 */
export async function main(args: readonly string[], host: Host): Promise<number> {
  const language = languageOf(args, host.env);
  const context = { ...host, language, say: sayIn(language) };
  try {
    await programOf(context).parseAsync([...args], { from: 'user' });
    return DONE;
  } catch (error) {
    if (host.signal.aborted) {
      host.complain(context.say('已中止', 'Stopped'));
      return STOPPED;
    }
    // Its text is written already: help that was asked for ends with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : MISUSED;
    host.complain(errorText(error));
    return FAILED;
  }
}
