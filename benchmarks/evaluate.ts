/**
 * Measures the default configuration on judged data.
 *
 *     npm run --silent evaluate -- --data FOLDER --json
 *     npm run evaluate -- --help
 */
import { errorText } from './evaluate/errors.ts';
import { run } from './evaluate/run.ts';

try {
  // Everything is computed before anything is written, so that a failure leaves nothing on stdout.
  process.stdout.write(run(process.argv.slice(2)));
} catch (error) {
  console.error(errorText(error));
  process.exitCode = 1;
}
