import { fileURLToPath } from 'node:url';
import { Child, withChildren } from '../../harness/child.ts';
import { digits, table } from '../../harness/table.ts';
import { casesOf, programmeFiles } from './cases.ts';

/** One case, as `--json` prints it. */
export interface ProgrammeRow {
  readonly programme: number;
  readonly name: string;
  readonly size: string;
  /** Of the run alone. */
  readonly ms: number;
  /** Greatest memory of the process until the input was made, and until the end, in millions of bytes. */
  readonly preparedMb: number;
  readonly peakMb: number;
}

/** What was measured, and what failed. */
export interface ProgrammeRun {
  readonly rows: readonly ProgrammeRow[];
  /** Names of the cases that failed, with why. */
  readonly failures: readonly string[];
}

/** Runs every case once, one after the other, each in a process of its own. @param wanted part of a case's name. */
export async function runProgrammes(scale: number, wanted = ''): Promise<ProgrammeRun> {
  const rows: ProgrammeRow[] = [];
  const failures: string[] = [];
  /** Notes a failure, and gives nothing. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      failures.push((error as Error).message);
      return undefined;
    }
  };
  for (const file of programmeFiles()) {
    const cases = (await attempt(() => casesOf(file))) ?? [];
    for (const [number, { name, programme, size }] of cases.entries()) {
      if (!name.includes(wanted)) continue;
      const args = [fileURLToPath(file), String(number), String(scale)];
      const found = await attempt(() => runCase(name, args));
      if (found !== undefined) rows.push({ programme, name, size: size(scale), ...found });
    }
  }
  return { rows: rows.sort((a, b) => a.programme - b.programme), failures };
}

async function runCase(
  name: string,
  args: readonly string[],
): Promise<Pick<ProgrammeRow, 'ms' | 'preparedMb' | 'peakMb'>> {
  const starting = Child.script(name, 'benchmarks/programmes/runner/child.ts', args);
  const { ms, figures } = await withChildren([starting], ([child]) => child!.ask('run'));
  return { ms, preparedMb: figures!.prepared! / 1e6, peakMb: figures!.peak! / 1e6 };
}

/** The rows for people. */
export function programmesText(rows: readonly ProgrammeRow[]): string {
  return table([
    ['no.', 'case', 'size', 'ms', 'memory before, MB', 'peak, MB'],
    ...rows.map(({ programme, name, size, ms, preparedMb, peakMb }) => [
      String(programme),
      name,
      size,
      digits(ms),
      digits(preparedMb),
      digits(peakMb),
    ]),
  ]).join('\n');
}
