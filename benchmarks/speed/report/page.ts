import { digits, markdownTable } from '../../harness/table.ts';
import { type DatedResults, resultsPath } from './dated.ts';
import { reportText } from './text.ts';
import type { Report } from './types.ts';

/** One aim, and what the reports say of it. */
interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly value: number | null;
  readonly met: (value: number) => boolean;
}

/** The aims of the scoring loop, each with the figure of the size from 20,000 records on that is worst for us. */
function targetsOf(bench: Report, python: Report): Target[] {
  const least = (what: string, unit: string, value: number | null, wanted: number): Target => ({
    what,
    wanted: `≥ ${wanted}${unit}`,
    value,
    met: (found) => found >= wanted,
  });
  const most = (what: string, unit: string, value: number | null, wanted: number): Target => ({
    what,
    wanted: `≤ ${wanted}${unit}`,
    value,
    met: (found) => found <= wanted,
  });
  const { wasm, limit } = bench.postingsPerNs;
  return [
    least('batches, best ten: speed', ' postings/ns', wasm, 1),
    least('… share of the C limit', ' %', limit && (100 * wasm) / limit, 60),
    least('… sparse_dot_topn takes', ' ×', python.ratio.sparseDotTopn, 5),
    least('… bm25s with numba takes', ' ×', python.ratio.bm25s, 1.5),
    least('… scipy product and top-k takes', ' ×', python.ratio.scipy, 10),
    least('… MiniSearch takes', ' ×', bench.ratio.minisearch, 100),
    least('… natural takes', ' ×', bench.ratio.natural, 100),
    least('two workers: speed-up', ' ×', bench.threads2, 1.85),
    least('build, n-grams: scikit-learn takes', ' ×', python.build.ratioSklearn, 5),
    least('build, n-grams: MiniSearch takes', ' ×', bench.build.ratioMinisearch, 3),
    least('open: building takes', ' ×', bench.open.ratioBuild, 50),
    most('index and rows', ' B/posting', bench.bytesPerPosting, 14),
    least('memory: MiniSearch takes', ' ×', bench.memory.ratioMinisearch, 10),
    most('time of a posting: greatest to least size', ' ×', bench.growth.ratio, 1.3),
  ];
}

/** The results of a day as RESULTS.md. */
export function resultsPage(results: DatedResults): string {
  const { bench, python } = results;
  const { machine } = bench;
  const path = resultsPath(results);
  const rows = targetsOf(bench, python).map(({ what, wanted, value, met }) => [
    what,
    wanted,
    value === null ? '–' : digits(value),
    value === null ? 'not measured' : met(value) ? 'yes' : 'no',
  ]);
  return `${[
    '# Results',
    '',
    `Printed by \`npm run bench:results\` from [${path}](${path}), measured on ${bench.date}: ${machine.cpu}, ` +
      `${machine.cores} cores, ${machine.memoryGb} GB, ${machine.platform}, Node ${machine.node}; load of the machine ` +
      `before it began ${machine.load}. [README.md](README.md) says how to read it.`,
    '',
    'Ratios are of the median times of one run. Where several sizes are measured, a figure is that of the size from ' +
      '20,000 records on that speaks least for us.',
    '',
    ...markdownTable([['aim', 'wanted', 'measured', 'met'], ...rows]),
    '',
    '## Beside npm packages',
    '',
    '```text',
    reportText(bench),
    '```',
    '',
    '## Beside Python packages',
    '',
    '```text',
    reportText(python),
    '```',
  ].join('\n')}\n`;
}
