import { Child, withChildren } from '../../harness/child.ts';
import type { MemoryRow } from '../report/types.ts';

const KINDS = {
  default: 'cuohe, defaults',
  ngrams: 'cuohe, ideographs and pairs alone',
  MiniSearch: 'MiniSearch, the same terms',
} as const;
const FLAGS = ['--expose-gc', '--max-old-space-size=12000'];

/** What each index adds to the memory of a process of its own. */
export async function measureMemory(folder: string): Promise<MemoryRow[]> {
  const rows: MemoryRow[] = [];
  for (const [kind, name] of Object.entries(KINDS)) {
    const starting = Child.script(name, 'benchmarks/speed/ours/memory.ts', [kind, folder], FLAGS);
    rows.push(
      await withChildren([starting], async ([child]) => {
        const { figures } = await child!.ask('bytes');
        return { name, heap: figures!.heap!, arrays: figures!.arrays! };
      }),
    );
  }
  return rows;
}
