import { collectStatistics, createMatcher, openMatcher, saveStatistics } from 'cuohe/core';
import { type Files, openStore } from 'cuohe/store';
import { PARTS } from '../fixtures.ts';

/** Invented records that have something for every section of a file. */
const ACHIEVEMENTS = [
  {
    id: 'A1',
    title: '燃机叶片热障涂层',
    abstract: '用于燃机的热障涂层，耐１２００℃，尚未量产',
    keywords: ['TBC', '涂层'],
    regionCode: '210100',
    stage: '中试',
    price: '100—200万元',
    transferModes: '转让、许可',
    validTo: '2031-01-31',
    备注: { 自有: true },
  },
  { id: 'A2', title: '新药 tc4', secrecyLevel: '内部', regionCode: '高新区', ipc: 'C23C 4/10' },
  { id: 'A3', title: '算法软件', kind: 'patent' as const, stage: '量产', chains: ['X9'] },
  {
    id: 'A4',
    title: '隔热涂层',
    abstract: '研究 TBC 隔热涂层的系统',
    organization: { name: '某院', regionCode: '21' },
  },
];
const DEMANDS = [
  {
    id: 'D1',
    title: '燃机涂层',
    problem: '一是热障涂层脱落；二是新药的算法；三是隔热涂层不耐1200℃，不用稀土',
    cooperationModes: '合作开发',
    budget: 50,
  },
  { id: 'D2', title: '热障涂层 tc4', problem: '总铬≤0.5mg/L' },
];
const VECTORS = [[1, 0, 2, -1], undefined, [0, 1, 0, 3], [1, 1, 1, 1]];

const bytesOf = (matcher: { save(): ArrayBuffer }) => new Uint8Array(matcher.save());

/** The files of the format as it is now, by name. */
export async function savedFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const statistics = collectStatistics({ achievements: ACHIEVEMENTS, demands: DEMANDS }, PARTS);
  // Enough of them for columns and lists: those of the sections that smaller ones leave empty.
  const many = Array.from({ length: 512 }, (_, i) => ({
    id: `R${i}`,
    title: `${'涂药'[i % 2]}${String.fromCharCode(0x4e00 + (i % 24))}`,
  }));
  const files = new Map<string, Uint8Array>([
    ['achievements.cuohe', bytesOf(createMatcher(ACHIEVEMENTS, PARTS))],
    ['demands.cuohe', bytesOf(createMatcher(DEMANDS, { ...PARTS, side: 'demand' }))],
    ['many.cuohe', bytesOf(createMatcher(many, PARTS))],
    ['none.cuohe', bytesOf(createMatcher([], PARTS))],
    ['statistics.cuohe', new Uint8Array(saveStatistics(statistics))],
    ['with-statistics.cuohe', bytesOf(createMatcher(ACHIEVEMENTS, { ...PARTS, statistics }))],
    ['with-vectors.cuohe', bytesOf(createMatcher(ACHIEVEMENTS, { ...PARTS, vectors: { records: VECTORS } }))],
    [
      'with-float-vectors.cuohe',
      bytesOf(createMatcher(ACHIEVEMENTS, { ...PARTS, vectors: { records: VECTORS, store: 'float32' } })),
    ],
  ]);
  for (const [name, bytes] of await storeFiles()) files.set(`store.${name}`, bytes);
  return files;
}

/** The files of a store: a base with vectors, and changes. */
async function storeFiles(): Promise<Map<string, Uint8Array>> {
  const kept = new Map<string, Uint8Array>();
  const files: Files = {
    read: async (name) => kept.get(name)?.slice(),
    write: async (name, bytes) => void kept.set(name, bytes.slice()),
    list: async () => [...kept.keys()],
    remove: async (name) => void kept.delete(name),
  };
  const store = await openStore(files, {
    open: (bytes) => openMatcher(bytes, PARTS),
    create: () => createMatcher(ACHIEVEMENTS, { ...PARTS, vectors: { records: VECTORS } }),
  });
  await store.update({ put: [{ id: 'A5', title: '新的涂层' }], vectors: [[2, 1, 0, 0]] });
  await store.update({ put: [{ id: 'A2', title: '换过的药' }], remove: ['A3'] });
  await store.settled();
  return kept;
}
