import { readFileSync } from 'node:fs';
import { type AchievementInput, normalize } from 'cuohe';
import { openccSimplifier } from 'cuohe/opencc';
import { type Duplicates, findDuplicates } from 'cuohe/programmes';
import { DUPLICATE_WEIGHTS } from 'cuohe/programmes/deduplication';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatements } from '../../src/core/reading/statements.ts';
import { organizationKey } from '../../src/programmes/common/organization.ts';
import { areMadeAlike, areOtherThings } from '../../src/programmes/deduplication/other-things.ts';
import { SAME_TEXT } from '../../src/programmes/deduplication/similarity.ts';
import { subjectUnits } from '../../src/programmes/deduplication/title-subject.ts';
import { badPathsOf } from './bad-paths.ts';

const read = (name: string): AchievementInput[] =>
  readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AchievementInput);
const sample = read('achievements.jsonl');
const portals = read('programmes/portals.jsonl');

const groupsOf = ({ groups }: Duplicates) => groups.map(({ recordIds }) => recordIds);
const idsOf = async (...records: AchievementInput[]) =>
  groupsOf(await findDuplicates(records.map((record, i) => ({ ...record, id: record.id || `r${i}` }))));
const pair = (a: Partial<AchievementInput>, b: Partial<AchievementInput>) =>
  idsOf({ id: 'a', title: '', ...a }, { id: 'b', title: '', ...b });

describe('findDuplicates on the sample', () => {
  it('finds what other portals hold of the sample, and nothing else', async () => {
    const found = await findDuplicates([...sample, ...portals], { simplifier: await openccSimplifier() });
    expect(groupsOf(found)).toEqual([
      // Full-width space and ASCII commas; the third has a shorter title, and copies the text.
      ['A005', 'P001', 'P002'],
      // （成套） was added to the title.
      ['A013', 'P003'],
      // A slash and HTML were added.
      ['A078', 'P008'],
      // The sample has it in traditional characters.
      ['A105', 'P004'],
      // Renewed with another number.
      ['A108', 'P006'],
    ]);
    // A103 is the first generation, P005 the second; P007 is another step of the process of A030.
    expect(found.unique).toEqual(expect.arrayContaining(['A103', 'P005', 'A030', 'P007']));
    expect(found.cut).toBe(0);
  });

  it('finds no duplicates among the 130 records themselves: near-misses stay apart', async () => {
    const { groups, unique } = await findDuplicates(sample);
    expect(groups).toEqual([]);
    expect(unique).toEqual(sample.map(({ id }) => id));
  });

  it('compares a small part of all pairs', async () => {
    const { compared } = await findDuplicates([...sample, ...portals]);
    expect(compared).toBeLessThan(sample.length);
  });

  it('leaves traditional characters apart without a simplifier', async () => {
    expect(groupsOf(await findDuplicates([...sample, ...portals])).flat()).not.toContain('A105');
  });

  it('finds every copy of the sample with other width, punctuation, markup and space', async () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const copies = sample.map((record) => ({
      ...record,
      id: `copy ${record.id}`,
      title: `<b>${wide(record.title).replace(/[\u4e00-\u9fff]{4}/g, '$& ')}</b>。`,
    }));
    const { groups } = await findDuplicates([...sample, ...copies]);
    expect(groups.map(({ recordIds }) => recordIds)).toEqual(sample.map(({ id }) => [id, `copy ${id}`]));
  });
});

describe('what is the same', () => {
  const title = '涡轮叶片热障涂层材料与制备技术';
  const text = '以等离子物理气相沉积获得羽柱状结构，兼顾低热导率与抗热震性，长期服役不剥落，耐侵蚀。';
  const other = '在企业车间建设示范线，给出选材、装夹和检验的办法，缩短交货周期，减少返工和人工成本。';

  it.each([
    ['a text cut short', { title, abstract: text }, { title, abstract: text.slice(0, 24) }],
    ['one changed character', { title: `${title}研究`, abstract: text }, { title, abstract: text }],
    [
      'a rewritten text of the same organisation',
      { title, abstract: text, organization: '甲研究所' },
      { title, abstract: `${text.slice(0, 12)}${other}`, organization: '甲研究所' },
    ],
    ['a copied text under another title', { title, abstract: text }, { title: '高温防护', abstract: text }],
    ['a copied text without a title', { text }, { text }],
    [
      'a legal form left out',
      { title, organization: '沈阳甲乙有限公司' },
      { title, organization: '沈阳甲乙' },
    ],
  ])('%s', async (_, a, b) => {
    expect(await pair(a, b)).toEqual([['a', 'b']]);
  });

  it.each([
    ['the same general title with different texts', { title, abstract: text }, { title, abstract: other }],
    [
      'the same title of different organisations without texts',
      { title, organization: '甲研究所' },
      { title, organization: '乙大学' },
    ],
    [
      'another generation',
      { title: `${title}（一代）`, abstract: text },
      { title: `${title}（二代）`, abstract: text },
    ],
    [
      'another size',
      { title: '8英寸晶圆静电卡盘', abstract: text },
      { title: '12英寸晶圆静电卡盘', abstract: text },
    ],
    [
      'another phase in Roman numerals',
      { title: `${title}Ⅰ期`, abstract: text },
      { title: `${title}Ⅱ期`, abstract: text },
    ],
    [
      'another part in brackets',
      { title: `${title}（Ⅰ）`, abstract: text },
      { title: `${title}(II)`, abstract: text },
    ],
    [
      'another step of development',
      { title: `${title}中试研究`, abstract: text },
      { title: `${title}产业化`, abstract: text },
    ],
    ['another kind', { title, abstract: text }, { title, abstract: text, kind: 'patent' as const }],
    ['empty records', { title: '' }, { title: '' }],
    [
      'a short text alone',
      { text: '欢迎各企业来电来函洽谈合作事宜' },
      { text: '欢迎各企业来电来函洽谈合作事宜' },
    ],
  ])('not: %s', async (_, a, b) => {
    expect(await pair(a, b)).toEqual([]);
  });

  it.each([
    ['a negation', '屏蔽型控制电缆的成缆', '非屏蔽型控制电缆的成缆'],
    ['a word that is negated', '有源滤波装置控制策略', '无源滤波装置控制策略'],
    ['a negation alone', '可回收运载火箭整流罩', '不可回收运载火箭整流罩'],
    ['a negation in English', 'Flammable gas cabinet liner', 'Non-flammable gas cabinet liner'],
    ['an opposite in English', 'High-pressure hydrogen valve', 'Low-pressure hydrogen valve'],
    ['a magnitude', '千米级地质岩心钻机', '百米级地质岩心钻机'],
    ['a magnitude more', '瓦级光源驱动模块', '千瓦级光源驱动模块'],
    ['a kind', '螺杆挤出造粒机组', '双螺杆挤出造粒机组'],
    ['one character', '电解槽阳极钢爪焊接', '电解槽阴极钢爪焊接'],
    ['a noun', '樱桃裂果防控栽培', '葡萄裂果防控栽培'],
    ['a place', '鞍山市老旧管网改造评估', '丹东市老旧管网改造评估'],
    ['a figure with a unit', '0.05g/cm³多孔骨架', '0.5g/cm³多孔骨架'],
    ['a prefix of a unit', '粘度10 mPa·s灌封胶', '粘度10 MPa·s灌封胶'],
    ['a sign', '-40℃服役密封圈', '40℃服役密封圈'],
  ])('not, whatever else agrees: titles that differ by %s', async (_, one, two) => {
    const rest = { abstract: text, organization: '甲研究所', price: '80万元' };
    expect(await pair({ title: one, ...rest }, { title: two, ...rest })).toEqual([]);
    expect(await pair({ title: two, ...rest }, { title: one, ...rest })).toEqual([]);
  });

  it.each([
    ['what a portal sets before it', '【成果推介】港口岸桥防摇摆控制', '港口岸桥防摇摆控制'],
    ['the order of words', '环保型道路融雪剂', '道路融雪剂环保型'],
    ['words of any title', '港口岸桥防摇摆控制技术研究', '港口岸桥防摇摆控制系统'],
    ['a blank before a unit', '5 MW直驱风电机组变流器', '5MW直驱风电机组变流器'],
    ['capitals of a language', 'Sintering of Silver Paste', 'sintering of silver paste'],
  ])('titles that differ by %s', async (_, one, two) => {
    expect(await pair({ title: one, abstract: text }, { title: two, abstract: text })).toEqual([['a', 'b']]);
  });

  it('titles of which each record tells what the other is called', async () => {
    const both = `${text}适用于苹果园与鸭梨园。`;
    const [one, two] = ['苹果园喷雾沉积回收', '鸭梨园喷雾沉积回收'];
    expect(await pair({ title: one, abstract: both }, { title: two, abstract: both })).toEqual([['a', 'b']]);
    // Two patents by these titles are two.
    const patent = { abstract: both, kind: 'patent' as const };
    expect(await pair({ title: one, ...patent }, { title: two, ...patent })).toEqual([]);
  });

  it('not: titles that name nothing; copies of two units under wholly other titles', async () => {
    expect(await pair({ title: '技术需求' }, { title: '技术需求' })).toEqual([]);
    expect(
      await pair(
        { title, abstract: text, organization: '甲研究所' },
        { title: '高温防护', abstract: text, organization: '乙大学' },
      ),
    ).toEqual([]);
  });

  it('not through a third: what is between two that are never the same goes with one of them', async () => {
    const of = (name: string, more: string) => ({
      title: `${name}红外探测器读出电路`,
      abstract: text.replace('。', more),
    });
    const list = [of('制冷型', '甲'), of('', '乙'), of('非制冷型', '丙')].map((one, i) => ({
      ...one,
      id: `r${i}`,
    }));
    expect(await idsOf(...list)).toEqual([['r0', 'r1']]);
    const steps = ['中试', '', '产业化'].map((step) => ({
      id: step,
      title: `${title}${step}`,
      abstract: text.replace('。', `${step}。`),
    }));
    expect((await idsOf(...steps)).map((ids) => ids.length)).toEqual([2]);
    const patents = ['ZL202199900001.1', undefined, 'ZL202199900002.2'].map((number, i) => ({
      id: `p${i}`,
      title,
      abstract: text,
      kind: 'patent' as const,
      ip: number === undefined ? [] : [{ type: '发明专利', number }],
    }));
    expect((await idsOf(...patents)).map((ids) => ids.length)).toEqual([2]);
  });

  it.each([
    ['a slogan', '本项目总体技术处于国内领先水平，市场前景广阔，具有良好的推广应用价值。'],
    ['whom to ask', '联系人：办公室，联系电话：000-00000000，欢迎各企业来电来函洽谈合作事宜。'],
    ['a form that no list knows', '上述材料经申报单位逐项核对，与归档原件相符，附表另行装订成册备查。'],
  ])('not: other things over the same text, where that is %s', async (_, same) => {
    const titles = [
      '刀具磨损监测',
      '鲜果气调贮藏',
      '盾构滚刀更换',
      '污泥低温干化',
      '钢轨焊缝探伤',
      '水下切粒',
    ];
    const others = titles.map((other, i) => ({ id: `r${i}`, title: other, abstract: same }));
    expect(await idsOf(...others)).toEqual([]);
    // What two copies tell besides still counts.
    const copies = [
      { id: 'a', title, abstract: `${text}${same}` },
      { id: 'b', title: '高温防护', abstract: text },
    ];
    expect(await idsOf(...others, ...copies)).toEqual([['a', 'b']]);
  });

  it('not: patents with other numbers; a number that one of them leaves out says nothing', async () => {
    const patent = (...numbers: string[]) => ({
      title,
      abstract: text,
      kind: 'patent' as const,
      ip: numbers.map((number) => ({ type: '发明专利', number })),
    });
    expect(await pair(patent('ZL202199900001.1'), patent('ZL202199900002.2'))).toEqual([]);
    expect(await pair(patent('ZL202199900001.1'), patent('zl 202199900001.1', 'ZL7'))).toEqual([['a', 'b']]);
    expect(await pair(patent('ZL202199900001.1'), patent())).toEqual([['a', 'b']]);
  });

  it('tells the parts of the similarity', async () => {
    const records = [
      { id: 'a', title: '热障涂层', organization: '甲研究所' },
      { id: 'b', title: '热障涂层', organization: '甲 研究所' },
    ];
    const { groups } = await findDuplicates(records);
    expect(groups[0]!.links).toEqual([
      { firstId: 'a', secondId: 'b', similarity: 1, title: 1, organization: 1 },
    ]);
  });

  it('follows chains of neighbours', async () => {
    const step = (i: number) => ({ id: `s${i}`, title: `${title}${'甲乙丙丁'.slice(0, i)}` });
    const ends = await findDuplicates([step(0), step(4)]);
    expect(ends.groups).toEqual([]);
    const all = await findDuplicates([0, 1, 2, 3, 4].map(step));
    expect(groupsOf(all)).toEqual([['s0', 's1', 's2', 's3', 's4']]);
    expect(all.groups[0]!.links.length).toBe(4);
  });
});

describe('findDuplicates, for any records', () => {
  const word = fc.constantFrom(
    '热障',
    '涂层',
    '叶片',
    '制备',
    '技术',
    '检测',
    '装置',
    '12',
    '一代',
    '非',
    '苹果',
    '，',
    ' ',
  );
  const words = (maxLength: number) => fc.array(word, { maxLength }).map((pieces) => pieces.join(''));
  const record = fc.record({
    title: words(7),
    abstract: fc.oneof(fc.constant(''), words(24)),
    organization: fc.constantFrom('甲研究所', '乙大学', '乙 大学', ''),
    kind: fc.constantFrom('achievement' as const, 'patent' as const),
  });
  const records = fc
    .array(record, { maxLength: 14 })
    .map((list) => list.map((item, i) => ({ id: `r${i}`, ...item })));
  const threshold = fc.constantFrom(0.6, 0.75, 0.85, 1);

  it('gives the groups of comparing all pairs', async () => {
    await fc.assert(
      fc.asyncProperty(records, threshold, async (list, least) => {
        const { groups, unique, cut } = await findDuplicates(list, { threshold: least });
        const expected = naiveGroups(list, least);
        expect(groups.map(({ recordIds }) => recordIds)).toEqual(expected.filter((ids) => ids.length > 1));
        expect(unique).toEqual(expected.filter((ids) => ids.length === 1).flat());
        expect(cut).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a partition, with one link less than a group has records, each at the threshold or above', async () => {
    await fc.assert(
      fc.asyncProperty(records, threshold, async (list, least) => {
        const { groups, unique } = await findDuplicates(list, { threshold: least, candidates: 1 });
        const all = [...groups.flatMap(({ recordIds }) => recordIds), ...unique];
        expect(all.sort()).toEqual(list.map(({ id }) => id).sort());
        for (const { recordIds, links } of groups) {
          expect(links.length).toBe(recordIds.length - 1);
          for (const link of links) {
            expect(recordIds).toEqual(expect.arrayContaining([link.firstId, link.secondId]));
            expect(link.similarity).toBeGreaterThanOrEqual(least - 1e-9);
            expect(link.similarity).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('puts no two into one group that are never the same', async () => {
    await fc.assert(
      fc.asyncProperty(records, threshold, async (list, least) => {
        const { groups } = await findDuplicates(list, { threshold: least });
        const told = ({ title, abstract, kind }: AchievementInput) => ({
          units: subjectUnits(normalize(title).text, kind === 'patent'),
          whole: `${bare(title)}\n${bare(String(abstract))}`,
        });
        const byId = new Map(list.map((one) => [one.id, one]));
        for (const { recordIds } of groups) {
          const all = recordIds.map((id) => byId.get(id)!);
          for (const a of all) {
            for (const b of all) {
              const isPatent = a.kind === 'patent';
              expect([a.kind, areOtherThings(told(a), told(b), isPatent)]).toEqual([b.kind, false]);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the records', async () => {
    await fc.assert(
      fc.asyncProperty(
        records.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        async ([list, other]) => {
          const sets = ({ groups }: Duplicates) =>
            groups.map(({ recordIds }) => [...recordIds].sort().join()).sort();
          expect(sets(await findDuplicates(other))).toEqual(sets(await findDuplicates(list)));
        },
      ),
    );
  });

  it('compares each record with no more than the stated number of others, and says when it stopped', async () => {
    const list = Array.from({ length: 60 }, (_, i) => ({
      id: `r${i}`,
      title: '智能控制系统',
      abstract: String.fromCodePoint(...Array.from({ length: 40 }, (_, k) => 0x4e00 + i * 40 + k)),
    }));
    const whole = await findDuplicates(list);
    expect([whole.compared, whole.cut]).toEqual([(60 * 59) / 2, 0]);
    const bounded = await findDuplicates(list, { candidates: 5 });
    expect(bounded.compared).toBeLessThanOrEqual(60 * 5);
    // All records but the first six have more than five before them.
    expect(bounded.cut).toBe(54);
  });
});

describe('findDuplicates, called badly or stopped', () => {
  it('names every bad record', async () => {
    const records = [{ id: 'a', title: 1 }, null, { id: 'b', title: '' }, { id: 'b', title: '' }];
    const paths = await badPathsOf(() => findDuplicates(records as unknown as AchievementInput[]));
    expect(paths).toEqual(['title', '', 'id']);
  });

  it('names every bad option', async () => {
    const options = {
      side: 'firm',
      threshold: 0.3,
      candidates: 0,
      aliases: [{ name: '' }],
      lexicon: {},
      simplifier: {},
      onProgress: 1,
      signal: 2,
    };
    const paths = await badPathsOf(() => findDuplicates([], options as never));
    expect(paths).toEqual([
      'side',
      'threshold',
      'candidates',
      'aliases[0].name',
      'lexicon',
      'simplifier',
      'onProgress',
      'signal',
    ]);
  });

  it('takes no records, odd ids and lone surrogates', async () => {
    expect(await findDuplicates([])).toEqual({ groups: [], unique: [], likely: [], compared: 0, cut: 0 });
    const odd = ['__proto__', 'constructor', '\ud800'].map((id) => ({ id, title: '热障涂层\udc00' }));
    expect(groupsOf(await findDuplicates(odd))).toEqual([['__proto__', 'constructor', '\ud800']]);
  });

  it('changes nothing that it is handed', async () => {
    const before = JSON.stringify(portals);
    await findDuplicates(portals);
    expect(JSON.stringify(portals)).toBe(before);
  });

  it('takes demands', async () => {
    const demands = ['a', 'b'].map((id) => ({ id, title: '涂层剥落', problem: '叶片涂层早期剥落' }));
    expect(groupsOf(await findDuplicates(demands, { side: 'demand' }))).toEqual([['a', 'b']]);
  });

  it('reports the end of its work, and stops with the reason of the signal', async () => {
    const seen: number[] = [];
    await findDuplicates(portals, { onProgress: ({ done }) => seen.push(done) });
    expect(seen.at(-1)).toBe(2 * portals.length);
    const stop = AbortSignal.abort(new Error('enough'));
    await expect(findDuplicates(portals, { signal: stop })).rejects.toThrow('enough');
  });
});

/** All pairs, by sets of texts: those of one subject, then the others, the most alike first, where nothing speaks against it. */
function naiveGroups(records: readonly AchievementInput[], least: number): string[][] {
  const told = naivelyTold(records);
  const unitsOf = ({ title, kind }: AchievementInput) =>
    subjectUnits(normalize(title).text, kind === 'patent');
  const wholeOf = ({ title, abstract }: AchievementInput) => `${bare(title)}\n${bare(String(abstract))}`;
  const subjectOf = (record: AchievementInput) => JSON.stringify([unitsOf(record), [], []]);
  const saidBy = (record: AchievementInput) =>
    `${wholeOf(record)}\n${organizationKey(String(record.organization))}\n${subjectOf(record)}`;
  const isApart = (a: AchievementInput, b: AchievementInput) =>
    areOtherThings(
      { units: unitsOf(a), whole: wholeOf(a) },
      { units: unitsOf(b), whole: wholeOf(b) },
      a.kind === 'patent',
    );
  const links = records.flatMap((a, i) =>
    records.slice(i + 1).flatMap((b) => {
      const similarity = naiveSimilarity(a, b, told);
      if (similarity < least - 1e-9 || isApart(a, b)) return [];
      const isWithin = subjectOf(a) === subjectOf(b);
      return [{ a, b, similarity, isWithin, said: [saidBy(a), saidBy(b)].sort().join('\n') }];
    }),
  );
  links.sort(
    (x, y) =>
      Number(y.isWithin) - Number(x.isWithin) ||
      (x.isWithin ? 0 : y.similarity - x.similarity || (x.said < y.said ? -1 : 1)),
  );
  const groups = records.map((record) => [record]);
  for (const { a, b } of links) {
    const [one, two] = [a, b].map((record) => groups.findIndex((group) => group.includes(record)));
    if (one === two || groups[one!]!.some((x) => groups[two!]!.some((y) => isApart(x, y)))) continue;
    groups[one!]!.push(...groups[two!]!);
    groups.splice(two!, 1);
  }
  const order = records.map(({ id }) => String(id));
  const sorted = groups.map((group) =>
    group.map(({ id }) => String(id)).sort((x, y) => order.indexOf(x) - order.indexOf(y)),
  );
  return sorted.sort(([x], [y]) => order.indexOf(x!) - order.indexOf(y!));
}

/** Of each record what is left of its abstract: no sentence that stands under three titles or more, and no slogan. */
function naivelyTold(records: readonly AchievementInput[]): ReadonlyMap<AchievementInput, string> {
  const sentencesOf = ({ abstract }: AchievementInput) => {
    const { text } = normalize(String(abstract));
    return readStatements(text).map(({ start, end, role }) => ({ text: bare(text.slice(start, end)), role }));
  };
  const isForm = (sentence: string) =>
    new Set(
      records
        .filter((record) => sentencesOf(record).some(({ text }) => text === sentence))
        .map(({ title }) => bare(title)),
    ).size >= 3;
  const kept = (record: AchievementInput) =>
    sentencesOf(record).filter(
      ({ text, role }) => !['praise', 'contact', 'cooperation', 'company'].includes(role) && !isForm(text),
    );
  return new Map(
    records.map((record) => [
      record,
      kept(record)
        .map(({ text }) => text)
        .join(''),
    ]),
  );
}

const bare = (text: string) => text.replace(/[， ]/g, '');

function naiveSimilarity(
  a: AchievementInput,
  b: AchievementInput,
  told: ReadonlyMap<unknown, string>,
): number {
  const marks = ({ kind, title }: AchievementInput) =>
    [kind, ...(normalize(title).text.match(/\d+|一(?=代)/g) ?? []).sort()].join();
  if (marks(a) !== marks(b)) return 0;
  const shingles = (text: string) => {
    const plain = bare(text);
    return new Set(
      plain.length === 1
        ? [plain]
        : Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)),
    );
  };
  const shared = (x: Set<string>, y: Set<string>) => [...x].filter((item) => y.has(item)).length;
  const jaccard = (x: Set<string>, y: Set<string>) => {
    const both = shared(x, y);
    return both === 0 ? 0 : both / (x.size + y.size - both);
  };
  const [x, y] = [shingles(a.title), shingles(b.title)];
  const [p, q] = [shingles(told.get(a)!), shingles(told.get(b)!)];
  const { title, text, organization } = DUPLICATE_WEIGHTS;
  let [sum, weights] = [title * jaccard(x, y), title];
  const contained = (m: Set<string>, n: Set<string>) =>
    Math.min(m.size, n.size) >= 20 ? shared(m, n) / Math.min(m.size, n.size) : undefined;
  const whole = contained(shingles(String(a.abstract)), shingles(String(b.abstract)));
  const share = contained(p, q) ?? (whole !== undefined && whole < SAME_TEXT ? whole : undefined);
  if (share !== undefined) {
    sum += text * share;
    weights += text;
  }
  const [one, two] = [a, b].map((record) => organizationKey(String(record.organization)));
  if (one !== '' && two !== '') {
    sum += one === two ? organization : 0;
    weights += organization;
  }
  const copied = Math.min(p.size, q.size) >= 20 ? jaccard(p, q) : 0;
  // Titles that share nothing, or name nothing, are no evidence, however much the rest agrees.
  const [u, v] = [a, b].map(({ title: written, kind }) =>
    subjectUnits(normalize(written).text, kind === 'patent'),
  );
  const mean = jaccard(x, y) === 0 || u!.length === 0 || v!.length === 0 ? 0 : sum / weights;
  const isOfOthers = one !== '' && two !== '' && one !== two;
  const isCopy = copied >= SAME_TEXT && !(isOfOthers && !areMadeAlike(u!, v!));
  return Math.max(mean, isCopy ? copied : 0);
}
