import { createMatcher, createMatcherAsync, DEFAULT_TAXONOMY, type Matcher, openMatcher } from 'cuohe';
import { describe, expect, it } from 'vitest';

/** A row in which everything that the schema knows stands as an object or a list. */
const rows = () => [
  {
    id: 'A',
    title: '汽轮机叶片的热障涂层',
    keywords: ['热障涂层', '叶片'],
    abstract: '采用等离子喷涂，寿命不低于500小时，不用稀土。',
    organization: { name: '某大学', uscc: '1'.repeat(18), branch: { city: ['沈阳'] } },
    completingOrganizations: [{ name: '某公司' }],
    completers: [{ name: '李娜', office: { room: 1 } }],
    trl: [5, 7] as const,
    ipc: [{ raw: 'C23C 4/00' }],
    price: { raw: '50万元', currency: 'CNY', negotiable: false, min: 500_000 },
    regionCode: '210100',
    transferModes: [{ raw: '技术转让' }],
    chains: [{ code: 'SY03', confidence: 0.9 }],
    industryCodes: ['35'],
    source: { name: '某网', link: { url: 'x' } },
    indicators: [{ raw: '寿命不低于500小时', name: '寿命' }],
    ip: [{ type: '发明专利', number: '123' }],
    validTo: { raw: '2030年', from: '2030-01-01', to: '2030-12-31' },
    stage: { raw: '中试', trl: [6, 7] as const },
    expectedOutcome: [{ raw: '不堵塞' }],
  },
  { id: 'B', title: '轴承套圈在线检测装置', keywords: ['轴承', '检测'], validTo: '明年' },
  { id: 'C', title: '污水处理药剂', text: '降低COD至50mg/L', regionCode: '210200' },
];
const demand = () => ({
  id: 'D',
  title: '叶片涂层寿命短',
  problem: '需要热障涂层，寿命不低于300小时，不用稀土。轴承检测。',
  keywords: ['热障涂层'],
  regionCode: '210100',
});
const COUNTS = { counts: ['kinds', 'regions', 'chains', 'stages'], total: true } as const;

/** Everything that can be asked; the rows of the host, which are its own, left out. */
const answers = (matcher: Matcher) =>
  JSON.stringify(
    [
      matcher.match(demand(), COUNTS),
      matcher.similar('A'),
      matcher.explain(demand(), 'A'),
      matcher.explain(demand(), 'B'),
      [0, 1, 2].map((index) => matcher.parsed(index)),
      matcher.stats,
      matcher.warnings,
      matcher.fields,
      matcher.signals,
      matcher.statistics,
      matcher.taxonomy,
      matcher.chainsOf('A'),
      matcher.tagChains(demand()),
    ],
    (key, value: unknown) => (key === 'record' ? undefined : value),
  );
const bytesOf = (matcher: Matcher) => Buffer.from(matcher.save()).toString('base64');

/** Changes all that can be changed in a value, at any depth; gives how many objects were open to it. */
function spoil(value: unknown, seen = new Set<object>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value) || ArrayBuffer.isView(value)) return 0;
  seen.add(value);
  const fields = value as Record<string, unknown>;
  let open = 0;
  for (const key of Object.keys(fields)) open += spoil(fields[key], seen);
  if (Object.isFrozen(value)) return open;
  for (const key of Object.keys(fields)) Reflect.set(value, key, '番茄');
  if (Array.isArray(value)) value.push('番茄');
  else Reflect.set(value, 'added', '番茄');
  return open + 1;
}

const made = () => createMatcher(rows()) as unknown as Matcher;
const opened = () => openMatcher(made().save());
const expected = answers(made());
const expectedBytes = bytesOf(made());

describe('an index', () => {
  it('says after the rows were changed what it said before, and saves it', () => {
    const given = rows();
    const matcher = createMatcher(given) as unknown as Matcher;
    expect(spoil(given)).toBeGreaterThan(20);
    expect(answers(matcher)).toBe(expected);
    expect(bytesOf(matcher)).toBe(expectedBytes);
  });

  it('says so too where they are changed between the turns of its making', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      id: `r${i}`,
      title: '轴承',
      keywords: ['叶片涂层', '检测'],
      organization: { name: '某大学' },
    }));
    const same = createMatcher(structuredClone(many));
    let changes = 0;
    const matcher = await createMatcherAsync(many, {
      onProgress: ({ done }: { readonly done: number }) => {
        // What was read is the index's own.
        for (const row of many.slice(0, done)) {
          row.keywords[0] = 7 as never;
          row.organization.name = {} as never;
          changes++;
        }
      },
    } as never);
    if (changes === 0) for (const row of many) row.keywords[0] = 7 as never;
    expect(matcher.explain('叶片涂层', 'r1')).toEqual(same.explain('叶片涂层', 'r1'));
    expect(bytesOf(matcher as never)).toBe(bytesOf(same as never));
  });

  it.each(['made', 'opened'])('that was %s shares nothing with its answers', (kind) => {
    const make = kind === 'made' ? made : opened;
    const asked: Readonly<Record<string, (matcher: Matcher) => unknown>> = {
      match: (matcher) => matcher.match(demand(), COUNTS),
      similar: (matcher) => matcher.similar('A'),
      explain: (matcher) => matcher.explain(demand(), 'A'),
      parsed: (matcher) => matcher.parsed(0),
      record: (matcher) => matcher.record(0),
      stats: (matcher) => matcher.stats,
      warnings: (matcher) => matcher.warnings,
      fields: (matcher) => matcher.fields,
      signals: (matcher) => matcher.signals,
      statistics: (matcher) => matcher.statistics,
      taxonomy: (matcher) => matcher.taxonomy,
      chainsOf: (matcher) => matcher.chainsOf('A'),
      tagChains: (matcher) => matcher.tagChains(demand()),
    };
    for (const [name, ask] of Object.entries(asked)) {
      const matcher = make();
      expect([name, answers(matcher)]).toEqual([name, expected]);
      spoil(ask(matcher));
      expect([name, answers(matcher)]).toEqual([name, expected]);
      expect([name, bytesOf(matcher)]).toEqual([name, expectedBytes]);
    }
    expect(spoil(DEFAULT_TAXONOMY)).toBe(0);
  });

  it('leaves the fields of the host that it does not know as they are', () => {
    const picture = { bytes: [1, 2, 3] };
    const matcher = createMatcher([{ id: 'A', title: '叶片', picture }]);
    expect(matcher.parsed(0).picture).toBe(picture);
    expect(Object.isFrozen(picture)).toBe(false);
  });
});

describe('a field of the other side that carries weight', () => {
  const one = (fields: object) => ({ id: 'A', title: 'x', ...fields });
  const told = (matcher: Matcher) => JSON.stringify(matcher.explain('热障涂层', 'A').signals);

  it.each<[string, () => unknown]>([
    ['an object of a text', () => new String('热障涂层')],
    ['a list of them', () => [new String('热障涂层'), null, 7]],
    ['what has it in raw', () => ({ raw: '热障涂层' })],
    [
      'what has it in a getter',
      () =>
        new (class {
          get raw() {
            return '热障涂层';
          }
        })(),
    ],
    ['what makes another thing of itself in JSON', () => ({ raw: '热障涂层', toJSON: () => 'x' })],
  ])('is read as a text, before it was saved and after: %s', (_name, expertise) => {
    const matcher = createMatcher([one({ expectedOutcome: expertise() })]) as unknown as Matcher;
    expect(matcher.match('热障涂层').matches).toHaveLength(1);
    expect(told(openMatcher(matcher.save()))).toBe(told(matcher));
    expect(told(matcher)).toBe(
      told(createMatcher([one({ expectedOutcome: ['热障涂层'] })]) as never).replaceAll(
        'expectedOutcome[0]',
        Array.isArray(expertise()) ? 'expectedOutcome[0]' : 'expectedOutcome',
      ),
    );
  });

  it.each<[string, () => unknown]>([
    [
      'a getter',
      () => ({
        get raw() {
          throw new Error('no');
        },
      }),
    ],
    [
      'a proxy',
      () =>
        new Proxy([], {
          get: () => {
            throw new Error('no');
          },
        }),
    ],
    [
      'a proxy of an object',
      () =>
        new Proxy(
          {},
          {
            get: () => {
              throw new Error('no');
            },
          },
        ),
    ],
  ])('that throws is an error of its record: %s', (_name, made) => {
    const failing = [one({}), { ...one({ expectedOutcome: made() }), id: 'B' }];
    expect(() => createMatcher(failing)).toThrow(
      expect.objectContaining({
        code: 'INVALID_RECORDS',
        issues: [expect.objectContaining({ index: 1, received: 'an error: no' })],
      }),
    );
    expect(() => createMatcher([one({})]).match(failing[1] as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_RECORDS' }),
    );
  });
});
