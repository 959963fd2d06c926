import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Limit } from '../native/limit.ts';
import { ROOT } from './children/child.ts';
import type { Machine } from './report/types.ts';

/** Processes that wanted to run in the last minute, on average. */
export function currentLoad(): number {
  return Math.round(loadavg()[0]! * 10) / 10;
}

/** @param load before the benchmark began. */
export function describeMachine(limit: Limit | undefined, load: number): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    load,
    compiler: limit?.compiler ?? null,
  };
}

/** Version of this package and of installed ones. */
export function versionsOf(packages: readonly string[]): Record<string, string> {
  const read = (folder: string) =>
    (JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { version: string }).version;
  const installed = packages.map((name) => [name, read(`node_modules/${name}`)]);
  return { cuohe: read('.'), ...Object.fromEntries(installed) };
}
