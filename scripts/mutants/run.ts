/**
 * Whether the tests would notice: `npm run mutants -- [ROOM…]` changes the source of each room of the core, or of `io`, in
 * one place after another, runs the tests of that room, and tells how many changes they noticed. Needs
 * `npm install --no-save @stryker-mutator/core@9.6.1 @stryker-mutator/vitest-runner@9.6.1`. Takes hours for all rooms.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Rooms whose words or tables a change of one letter cannot break for a test. */
const LEFT_OUT = new Set(['lexicon']);
const REPORT = `${ROOT}/reports/mutation/mutation.json`;

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

const rooms = process.argv.slice(2);
const all = readdirSync(`${ROOT}/src/core`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !LEFT_OUT.has(entry.name))
  .map(({ name }) => name);
const known = [...all, 'io'];
const unknown = rooms.filter((room) => !known.includes(room.split('/')[0]!));
if (unknown.length > 0) throw new Error(`No room ${unknown.join(', ')}; there are ${known.join(', ')}`);

const table: string[] = [];
for (const room of rooms.length === 0 ? known : rooms) {
  const [name, file = '**/*.ts'] = room.split('/');
  const source = name === 'io' ? 'src/io' : `src/core/${name}`;
  const tests = [name === 'io' ? 'test/io' : `test/core/${name}`].filter((folder) =>
    existsSync(`${ROOT}/${folder}`),
  );
  // Rooms without tests of their own are tested through the matcher.
  const env = { ...process.env, CUOHE_MUTANTS: tests.length === 0 ? 'test/core/matcher' : tests.join(',') };
  rmSync(REPORT, { force: true });
  spawnSync('npx', ['stryker', 'run', '--mutate', `${source}/${file},!src/core/scores/kernel/**`], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  if (!existsSync(REPORT)) throw new Error(`${room}: no report`);
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  const count = (...kinds: string[]) =>
    Object.values(files).flatMap(({ mutants }) => mutants.filter(({ status }) => kinds.includes(status)))
      .length;
  const noticed = count('Killed', 'Timeout');
  const survived = count('Survived', 'NoCoverage');
  const score = ((100 * noticed) / Math.max(1, noticed + survived)).toFixed(1);
  table.push(
    `${room.padEnd(20)} ${String(noticed).padStart(6)} noticed ${String(survived).padStart(6)} not  ${score} %`,
  );
}
console.log(`\n${table.join('\n')}`);
