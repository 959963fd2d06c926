import { type Arguments, readArguments, USAGE } from './arguments.ts';
import { Child } from './children/child.ts';
import { reportText } from './report/text.ts';
import type { Report } from './report/types.ts';

/** Runs a benchmark as a command: the report to standard output, progress to a terminal, an error in one line. */
export async function runCommand(
  run: (options: Arguments, say: (text: string) => void) => Promise<Report>,
): Promise<void> {
  try {
    const options = readArguments(process.argv.slice(2));
    if (options === 'help') {
      console.log(USAGE);
      return;
    }
    if (options.profiles !== undefined) {
      Child.flags = ['--cpu-prof', `--cpu-prof-dir=${options.profiles}`];
    }
    const report = await run(options, (text) => {
      if (process.stderr.isTTY) console.error(`… ${text}`);
    });
    console.log(options.json ? JSON.stringify(report) : reportText(report));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
