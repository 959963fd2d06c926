/**
 * Counts the sentences of reasons that are false by independent rules.
 *
 *     npm run --silent check:reasons
 *     npm run --silent check:reasons -- --data FOLDER
 *
 * Ends with code 1 where a sentence is false.
 */
import { errorText } from './evaluate/errors.ts';
import { run } from './reasons/run.ts';

try {
  const { text, isTrue } = run(process.argv.slice(2));
  process.stdout.write(text);
  if (!isTrue) process.exitCode = 1;
} catch (error) {
  console.error(errorText(error));
  process.exitCode = 1;
}
