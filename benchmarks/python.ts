/**
 * How fast cuohe is beside Python packages, on the same vectors and texts in turn: `npm run --silent bench:python --
 * --help`. README.md says what each case does.
 */
import { benchPython } from './python/bench.ts';
import { runCommand } from './speed/command.ts';

await runCommand(benchPython);
