import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** The machine that figures are of. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  /** What else it did: processes that wanted to run in the minute before. */
  readonly load: number;
  readonly compiler: string | null;
}

/** Processes that wanted to run in the last minute, on average. */
export function currentLoad(): number {
  return Math.round(loadavg()[0]! * 10) / 10;
}

/** @param load before the benchmark began. @param compiler of the C programs, where there are any. */
export function describeMachine(load: number, compiler: string | null = null): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    load,
    compiler,
  };
}

/** The machine in one line, for people. */
export function machineText({ cpu, cores, memoryGb, platform, load }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, ${platform}, load before ${load}`;
}

/** Version of the library, and of packages as the benchmarks find them. @throws Error naming one that is not installed. */
export function versionsOf(packages: readonly string[]): Record<string, string> {
  const installed = packages.map((name) => [name, versionIn(folderOf(name))]);
  return { cuohe: versionIn(ROOT), ...Object.fromEntries(installed) };
}

/** Where a package lies: beside the benchmarks, or where npm puts what others need as well. */
function folderOf(name: string): string {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = places.map((place) => join(place, name)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}

function versionIn(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
