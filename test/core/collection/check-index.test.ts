import { checkIndex, collectStatistics, createMatcher, type Matcher } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements, PARTS, titled } from '../../fixtures.ts';
import { putTogether, takenApart } from './forging.ts';

const rows = [
  { id: 'a', title: '燃机叶片热障涂层', regionCode: '210100', stage: '中试', transferModes: '转让' },
  { id: 'b', title: '新药 tc4', secrecyLevel: '内部', validTo: '2020-01-31', chains: [{ code: 'X9' }] },
  ...titled(
    ...Array.from(
      { length: 600 },
      (_, i) => `涂层${['热障', '算法', '药'][i % 3]}${String.fromCharCode(0x4e00 + (i % 40))}`,
    ),
  ),
];
const vectors = rows.map((_, i) => (i % 5 === 1 ? undefined : [1, i % 7, -(i % 3)]));
const made = createMatcher(rows, { ...PARTS, vectors: { records: vectors } });
const saved = new Uint8Array(made.save());
const told = (bytes: Uint8Array) =>
  checkIndex(bytes).map(({ section, place, expected, received }) => [section, place, expected, received]);

describe('checkIndex', () => {
  it('finds nothing wrong with what was saved, whatever was', async () => {
    expect(checkIndex(saved)).toEqual([]);
    const demands = createMatcher([{ id: 'd', title: '涂层', cooperationModes: '合作开发' }], {
      ...PARTS,
      side: 'demand' as const,
    });
    const statistics = collectStatistics({ achievements: rows }, PARTS);
    const matchers: Matcher<never>[] = [
      createMatcher([], PARTS),
      demands,
      createMatcher(rows, { ...PARTS, statistics }),
      made.update({ put: titled('新的涂层', '新药'), remove: ['b', 'r7'] }),
      await made
        .update({ put: titled('新的涂层', '新药'), remove: ['b', 'r7'] })
        .compact({ statistics: 'renew' }),
    ] as never;
    for (const matcher of matchers) expect(checkIndex(matcher.save())).toEqual([]);
    fc.assert(
      fc.property(achievements(), (list) => {
        expect(checkIndex(createMatcher(list, PARTS).save())).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('names every section that was changed, and where', () => {
    const bytes = saved.slice();
    const at = (text: string) => Buffer.from(bytes).lastIndexOf(text);
    bytes[at('热障算法'.slice(0, 1))]! ^= 1;
    bytes[bytes.length - 9000]! ^= 1;
    const findings = told(bytes);
    expect(findings.length).toBeGreaterThanOrEqual(1);
    for (const [, place, expected] of findings.slice(0, 1)) {
      expect(place).toMatch(/^byte \d+$/);
      expect(expected).toBe('the checks that it was saved with');
    }
    expect(checkIndex(new Uint8Array(100))).toMatchObject([
      { section: '', received: 'another kind of data' },
    ]);
    expect(checkIndex(saved.slice(0, -8))[0]!.received).toContain('cut off or joined');
  });

  type Change = (sections: ReturnType<typeof takenApart>['sections'], head: Record<string, unknown>) => void;
  it.each<[string, string, string, Change]>([
    [
      'terms in another order',
      'vocabulary.pool',
      'term 40',
      ({ 'vocabulary.pool': pool, 'vocabulary.offsets': offsets }) => {
        pool![offsets![40]! + 1] = 1;
      },
    ],
    [
      'a column',
      'columns.bytes',
      'place 9',
      ({ 'columns.bytes': bytes }) => {
        bytes![9] = bytes![9] === 1 ? 2 : 1;
      },
    ],
    [
      'a posting',
      'tail.postings',
      'place 4',
      ({ 'tail.postings': postings }) => {
        postings![4]! ^= 1;
      },
    ],
    [
      'a listed posting',
      'lists.postings',
      'place 4',
      ({ 'lists.postings': postings }) => {
        postings![4]! ^= 1 << 14;
      },
    ],
    [
      'a length of rows',
      'rows.codes',
      'row 5',
      ({ 'rows.scales': scales }) => {
        for (let s = 0; s < 6; s++) scales![5 * 6 + s]! *= 3;
      },
    ],
    [
      'rarities',
      'rows.rarities',
      'place 0',
      ({ 'rows.rarities': rarities }) => {
        rarities![0]! *= 1.01;
      },
    ],
    [
      'a kind',
      'attributes.kinds',
      'row 1',
      ({ 'attributes.kinds': kinds }) => {
        kinds![1] = 4;
      },
    ],
    [
      'a secrecy',
      'attributes.secrecy',
      'row 1',
      ({ 'attributes.secrecy': secrecy }) => {
        secrecy![1] = 0;
      },
    ],
    [
      'a last day',
      'attributes.lastDays',
      'row 1',
      ({ 'attributes.lastDays': days }) => {
        days![1]! += 1;
      },
    ],
    [
      'a region',
      'attributes.regions',
      'row 0',
      ({ 'attributes.regions': regions }) => {
        regions![0] = 0;
      },
    ],
    [
      'a region of the row',
      'rows.steps',
      'row 0',
      (_, head) => {
        (head.signalWeights as Record<string, number>).region = 0.2;
      },
    ],
    [
      'a confidence',
      'rows.steps',
      'row 1',
      ({ 'attributes.tagChains': chains, 'attributes.tagOffsets': offsets }) => {
        chains![offsets![1]!] = 0;
      },
    ],
    [
      'a stage',
      'attributes.stages',
      'row 0',
      ({ 'attributes.stages': stages }) => {
        stages![0] = 0;
      },
    ],
    [
      'an id twice',
      'records.bytes',
      'row 3',
      ({ 'records.bytes': bytes, 'records.offsets': offsets }) => {
        bytes!.set(Buffer.from('{"id":"r0"') as never, offsets![3]!);
      },
    ],
    [
      'no record',
      'records.bytes',
      'row 3',
      ({ 'records.bytes': bytes, 'records.offsets': offsets }) => {
        bytes![offsets![3]!] = 0x5b;
      },
    ],
    [
      'the length of a vector',
      'dense.norms',
      'row 0',
      ({ 'dense.norms': norms }) => {
        norms![0]! += 1;
      },
    ],
    [
      'the least weight',
      'head',
      'leastWeight',
      (_, head) => {
        head.leastWeight = 1;
      },
    ],
    [
      'a head that does not fit',
      'head',
      'count',
      (_, head) => {
        head.count = -1;
      },
    ],
    [
      'a hash table without an end',
      'vocabulary.slots',
      'all places',
      ({ 'vocabulary.slots': slots }) => {
        slots!.fill(1);
      },
    ],
    [
      'rows and postings at once',
      'tail.bases',
      'place 0',
      ({ 'tail.bases': bases, 'rows.steps': steps }) => {
        bases![0] = 9;
        steps![0] = 0;
      },
    ],
  ])('finds %s', (_, section, place, change) => {
    const opened = takenApart(saved);
    change(opened.sections, opened.head as Record<string, unknown>);
    const findings = checkIndex(putTogether(opened));
    expect(findings.map((one) => `${one.section} ${one.place}`)).toContain(`${section} ${place}`);
  });

  it('tells of a hundred at most', () => {
    const opened = takenApart(saved);
    opened.sections['attributes.kinds']!.fill(3);
    expect(checkIndex(putTogether(opened))).toHaveLength(100);
  });
});
