import { afterAll, beforeAll, describe } from 'vitest';
import { Cluster } from './harness/cluster.ts';
import type { EngineFiles } from './harness/engine.ts';

/** Runs suites on one cluster of three nodes; they are left out where there is no engine. */
export function onCluster(
  files: EngineFiles | undefined,
  name: string,
  ...suites: readonly ((cluster: () => Cluster) => void)[]
): void {
  describe.skipIf(files === undefined)(name, () => {
    let cluster: Cluster | undefined;
    beforeAll(async () => {
      cluster = await Cluster.start(files!);
    });
    afterAll(() => cluster?.stop());
    for (const suite of suites) suite(() => cluster!);
  });
}
