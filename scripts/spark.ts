import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AchievementInput, createMatcher, type DemandInput, openStatistics } from 'cuohe';

/**
 * `npm run spark`: runs examples/spark from nothing, as its readers would: the package as it would be published, PySpark in
 * an environment of its own, two executors in processes of their own. Its answers are compared with those of one machine,
 * to the bit; then a worker crashes, and the job must fail. Needs Java 17 and Python; without them it says so, and is done.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARDS = '3';
/** Executors, and cores and megabytes of each. */
const MASTER = 'local-cluster[2,1,600]';
const OPTIONS = { limit: 10, filter: { asOf: '2027-01-01' } };
const HOSTILE_IDS = ['tab\there', 'line\nfeed', '\u2028', '\r', '😀', '\uff5e', '"\\', "' $(id)", '中'];
/** Answers one demand, and is gone. */
const CRASHING = `
process.stdin.once('data', (piece) => {
  const { id } = JSON.parse(String(piece).split('\\n')[0]);
  process.stdout.write(JSON.stringify({ queryId: id, matches: [] }) + '\\n', () => process.exit(7));
});
`;

for (const [command, ...args] of [
  ['java', '-version'],
  ['python3', '-c', 'import ensurepip'],
] as const) {
  if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) continue;
  console.log(`skipped: no ${command === 'java' ? 'Java' : 'Python with ensurepip'} here`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'cuohe-spark-'));
try {
  // A run of tests has made the package already.
  const made = process.env.CUOHE_TARBALL ?? '';
  if (existsSync(made)) copyFileSync(made, join(folder, basename(made)));
  else run('npm', ['pack', '--silent', '--pack-destination', folder], ROOT);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--omit=optional', `./${tarball}`]);
  const example = join(folder, 'node_modules/cuohe/examples/spark');

  const pip = (...args: string[]) => run(python, ['-m', 'pip', 'install', '--quiet', ...args]);
  const python = join(folder, 'venv/bin/python');
  run('python3', ['-m', 'venv', 'venv']);
  // It is published as source: built with these, and not with ones that pip would fetch for each build.
  pip('setuptools', 'wheel');
  pip('--no-build-isolation', '--no-cache-dir', '--requirement', join(example, 'requirements.txt'));

  const achievements = withHostile('achievements.jsonl');
  const demands = withHostile('demands.jsonl');
  const shards = join(folder, 'shards');
  run(process.execPath, [join(example, 'shards.mjs'), achievements, shards, '--shards', SHARDS]);

  // `spark-submit` finds its own home by the first `python3`. Executors keep their files in the folder that it starts in.
  const env = {
    ...process.env,
    PATH: `${join(folder, 'venv/bin')}${delimiter}${process.env.PATH}`,
    SPARK_HOME: undefined,
    SPARK_LOCAL_IP: '127.0.0.1',
  };
  const submit = (out: string, ...more: string[]) =>
    spawnSync(
      join(folder, 'venv/bin/spark-submit'),
      [
        ...['--master', MASTER, '--conf', 'spark.executor.memory=600m', '--driver-memory', '512m'],
        ...['--conf', 'spark.ui.enabled=false', '--conf', `spark.pyspark.python=${python}`],
        ...['--conf', 'spark.task.maxFailures=2'],
        ...[join(example, 'job.py'), shards, demands, join(folder, out)],
        ...['--slices', '2', '--options', JSON.stringify(OPTIONS), ...more],
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env },
    );

  const good = submit('answers');
  if (good.status !== 0) throw new Error(`the job failed:\n${good.stderr}`);
  const parts = readdirSync(join(folder, 'answers')).filter((name) => name.startsWith('part-'));
  const answers = parts.flatMap((part) => linesOf<Answer>(join(folder, 'answers', part)));
  compare(answers, oneMachine(achievements, demands, shards));
  console.log(`${answers.length} demands by ${SHARDS} shards on ${MASTER}: equal to one machine, to the bit`);

  writeFileSync(join(folder, 'crashing.mjs'), CRASHING);
  const bad = submit('crashed', '--worker', `${process.execPath} ${join(folder, 'crashing.mjs')}`);
  const isTold = /exited with error code 7/.test(bad.stderr + bad.stdout);
  if (bad.status === 0 || !isTold || existsSync(join(folder, 'crashed/_SUCCESS'))) {
    throw new Error(`a worker crashed, and the job ended with ${bad.status}:\n${bad.stderr}`);
  }
  console.log(`a worker that crashes: the job fails with ${bad.status}, and tells its exit code`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A file of the sample with records that break what cuts lines or texts at the wrong place; their scores are equal. */
function withHostile(name: string): string {
  const title = '燃气轮机叶片热障涂层\t制备\u2028技术\r\n与😀';
  const more = HOSTILE_IDS.map((id) => JSON.stringify({ id, title }));
  writeFileSync(
    join(folder, name),
    `${readFileSync(join(ROOT, 'examples/data', name), 'utf8')}${more.join('\n')}\n`,
  );
  return join(folder, name);
}

interface Answer {
  readonly queryId: string;
  readonly matches: readonly object[];
}

function linesOf<T>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** What one machine answers, of records in the order of their ids. */
function oneMachine(achievements: string, demands: string, shards: string): Answer[] {
  const records = linesOf<AchievementInput>(achievements);
  records.sort((a, b) => (a.id < b.id ? -1 : 1));
  const statistics = openStatistics(readFileSync(join(shards, 'statistics.cuohe')));
  const matcher = createMatcher(records, { statistics });
  return linesOf<DemandInput>(demands).map((demand) => {
    const { queryId, matches } = matcher.match(demand, { ...OPTIONS, lean: true, explain: false });
    return {
      queryId,
      matches: matches.map(({ id, score, level, probability, need }) => ({
        id,
        score,
        ...(level && { level: level.level, probability }),
        ...(need !== undefined && { need }),
      })),
    };
  });
}

/** @throws where any answer is another one. */
function compare(found: readonly Answer[], expected: readonly Answer[]): void {
  const told = (answers: readonly Answer[]) =>
    answers.map(({ queryId, matches }) => [queryId, matches.map((match) => Object.entries(match).sort())]);
  const sorted = (answers: readonly Answer[]) => answers.toSorted((a, b) => (a.queryId < b.queryId ? -1 : 1));
  const [one, other] = [found, expected].map((answers) => told(sorted(answers)));
  for (const [i, answer] of other!.entries()) {
    if (JSON.stringify(one![i]) === JSON.stringify(answer)) continue;
    throw new Error(`other answers:\n${JSON.stringify(one![i])}\n${JSON.stringify(answer)}`);
  }
  if (one!.length !== other!.length) throw new Error(`${one!.length} answers of ${other!.length}`);
}

/** Runs a program, whose words go where ours go; its failure ends this one. */
function run(command: string, args: readonly string[], cwd = folder): void {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}
