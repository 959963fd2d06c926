/**
 * How fast cuohe is on this machine, alone and beside npm packages: `npm run --silent bench -- --help`.
 * README.md says what each case does.
 */
import { bench } from './speed/bench.ts';
import { runCommand } from './speed/command.ts';

await runCommand(bench);
