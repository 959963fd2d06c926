/**
 * Fits the shipped levels to the judgments of the repository, and measures them.
 *
 *     npm run --silent fit:levels
 *     npm run --silent fit:levels -- --data FOLDER
 */
import { errorText } from './evaluate/errors.ts';
import { run } from './levels/run.ts';

try {
  process.stdout.write(run(process.argv.slice(2)));
} catch (error) {
  console.error(errorText(error));
  process.exitCode = 1;
}
