import { Child, withChildren } from '../../harness/child.ts';
import { interleave } from '../../harness/rounds.ts';
import type { Head } from '../data/files.ts';
import type { GrowthRow } from '../report/types.ts';

const KERNELS = ['js', 'wasm'] as const;

/** Time of a posting at several sizes, all of them in every round. */
export function measureGrowth(
  collections: readonly { readonly folder: string; readonly head: Head }[],
  rounds: number,
): Promise<GrowthRow[]> {
  const starting = collections.map(({ folder, head }) =>
    Child.script(`kernel of ${head.records}`, 'benchmarks/speed/ours/kernel.ts', [folder]),
  );
  return withChildren(starting, async (children) => {
    const cases = collections.flatMap(({ head }, i) =>
      KERNELS.map((kernel) => ({
        name: `${kernel} ${i}`,
        run: async () => (await children[i]!.ask(`${kernel}-batch`, head.queries)).ms,
      })),
    );
    const times = await interleave(cases, rounds, 1);
    return collections.map(({ head }, i): GrowthRow => {
      const of = (kernel: string) => (times.get(`${kernel} ${i}`)!.median * 1e6) / head.touched;
      return { records: head.records, js: of('js'), wasm: of('wasm') };
    });
  });
}
