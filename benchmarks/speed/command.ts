import { Child } from '../harness/child.ts';
import { command, say } from '../harness/command.ts';
import { type Arguments, readArguments, USAGE } from './arguments.ts';
import { reportText } from './report/text.ts';
import type { Report } from './report/types.ts';

/** Runs a benchmark as a command: the report to standard output, progress to a terminal, an error in one line. */
export async function runCommand(
  run: (options: Arguments, say: (text: string) => void) => Promise<Report>,
): Promise<void> {
  await command(async () => {
    const options = readArguments(process.argv.slice(2));
    if (options === 'help') {
      console.log(USAGE);
      return;
    }
    if (options.profiles !== undefined) {
      Child.flags = ['--cpu-prof', `--cpu-prof-dir=${options.profiles}`];
    }
    const report = await run(options, say);
    console.log(options.json ? JSON.stringify(report) : reportText(report));
  });
}
