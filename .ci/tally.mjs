/** Prints how many tests passed and failed, from the JSON reports in a folder; nothing when there are none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const reports = readdirSync(folder).filter((name) => name.endsWith('.json'));
let passed = 0;
let failed = 0;
for (const name of reports) {
  const { testResults } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  for (const { status, assertionResults } of testResults) {
    const count = (wanted) => assertionResults.filter((test) => test.status === wanted).length;
    passed += count('passed');
    // A file that does not even load has failed, though it has no tests.
    failed += status === 'failed' ? Math.max(1, count('failed')) : count('failed');
  }
}
if (reports.length > 0) console.log(`\n${passed} passed, ${failed} failed`);
