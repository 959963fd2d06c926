import { readFileSync } from 'node:fs';
import { createMatcher, type DemandInput } from 'cuohe';
import { diagnoseDemand, type FirmProfile, likelyDemands } from 'cuohe/programmes';
import { CLARITY_WEIGHTS } from 'cuohe/programmes/clarity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEMAND_ELEMENTS, type DemandElementCode } from '../../src/programmes/clarity/elements.ts';
import { badPathsOf } from './bad-paths.ts';
import type { SampleAchievement, SampleDemand } from './sample-file.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const achievements = read<SampleAchievement>('achievements');
const demands = read<SampleDemand>('demands');
const demand = (id: string) => demands.find((item) => item.id === id)!;
const matcher = createMatcher(achievements);
const OPTIONS = { filter: { asOf: '2026-09-01' } };
const diagnose = (item: DemandInput, options = {}) =>
  diagnoseDemand(matcher, item, { ...OPTIONS, ...options });
const stateOf = (item: DemandInput, code: DemandElementCode) =>
  diagnose(item, { terms: 0 }).elements.find(({ element }) => element === code)!.state;

describe('diagnoseDemand on the sample', () => {
  it('finds the demands told by word of mouth vaguer than nearly all others', () => {
    // README of the sample: D010, D013, D025, D035, D038, D040, D049, D050 are colloquial and vague.
    const vague = ['D010', 'D013', 'D025', 'D035', 'D038', 'D040', 'D049', 'D050'];
    const clarity = (id: string) => diagnose(demand(id), { terms: 0 }).clarity;
    const others = demands.map(({ id }) => id).filter((id) => !vague.includes(id));
    const mean = (ids: readonly string[]) => ids.reduce((sum, id) => sum + clarity(id), 0) / ids.length;
    // They tell what is wrong in everyday words, which are read (充不进电, 烂皮), and leave out the rest.
    expect(mean(vague)).toBeLessThan(0.68);
    expect(mean(others)).toBeGreaterThan(0.8);
    // The farmer with the cold greenhouse gives no figure, no approach, no limit and no day.
    expect(Math.min(...demands.map(({ id }) => clarity(id)))).toBe(clarity('D049'));
    // D011 has a problem, key technology, targets, budget, stage, ways and a day.
    expect(clarity('D011')).toBe(1);
  });

  it('quotes what D010 tells, and names what it leaves out', () => {
    // 机器老坏，想提前知道: fans, pumps and reducers break; no figure, no approach, no date, no way of cooperation.
    const { elements, missing, clarity } = diagnose(demand('D010'));
    const said = Object.fromEntries(
      elements.map(({ element, evidence }) => [element, evidence.map(({ text }) => text)]),
    );
    expect(said.object).toEqual(expect.arrayContaining(['减速机', '风机']));
    expect(said.problem).toContain('一坏就全线停产');
    expect(said.constraint).toEqual(['最好不用停机安装']);
    expect(said.budget).toEqual(['50万元']);
    expect(missing).toEqual(['indicator', 'technology', 'deadline', 'cooperation']);
    // Stated: object 0.2, problem 0.2, constraint 0.1, budget 0.05.
    expect(clarity).toBe(0.55);
  });

  it('asks for what would bring most first, with quantities of similar results as examples', () => {
    const { questions, elements } = diagnose(demand('D010'));
    expect(questions.map(({ element, gain }) => [element, gain])).toEqual([
      ['indicator', 0.2],
      ['technology', 0.15],
      ['deadline', 0.05],
      ['cooperation', 0.05],
    ]);
    // A017, the best match, states 单测点成本低于900元.
    expect(questions[0]?.examples).toEqual(['单测点成本']);
    expect(questions[0]?.text.zh).toBe(
      `“${elements[0]?.evidence[0]?.text}”做到什么程度算解决？请给出可检验的指标，以及目前的数值和目标值。（相近成果给出的指标有：单测点成本）`,
    );
  });

  it('offers terms that the two close matches share and the demand lacks', () => {
    // A092 (a heated greenhouse) and A121 (its covers) both speak of greenhouses and their covers.
    const { terms } = diagnose(demand('D049'));
    expect(terms.map(({ term }) => term)).toEqual(expect.arrayContaining(['日光温室', '保温']));
    expect(terms.every(({ sharedBy }) => sharedBy.includes('A092') && sharedBy.includes('A121'))).toBe(true);
    expect(terms[0]?.question.zh).toBe(`您的需求是否涉及“${terms[0]?.term}”？`);
  });

  it('tells what a term changes as trying it would', () => {
    const before = matcher.match(demand('D040'), { limit: 10, ...OPTIONS }).matches.map(({ id }) => id);
    const { terms } = diagnose(demand('D040'));
    expect(terms.map(({ term }) => term)).toContain('大语言模型');
    for (const { term, enters, leaves, first, bestScore } of terms) {
      const tried = { ...demand('D040'), keywords: [term] };
      const { matches } = matcher.match(tried, { limit: 10, ...OPTIONS });
      const after = matches.map(({ id }) => id);
      expect(bestScore[1]).toBe(matches[0]?.score);
      expect(enters.map(({ id }) => id)).toEqual(after.filter((id) => !before.includes(id)));
      expect(leaves.map(({ id }) => id)).toEqual(before.filter((id) => !after.includes(id)));
      expect(first).toBe(after[0]);
    }
  });
});

describe('the elements', () => {
  const base = { id: 'D', title: '泵' };
  it.each<[DemandElementCode, Partial<DemandInput>, string, string]>([
    ['object', { title: '燃气轮机叶片' }, 'present', 'a word that speaks for a chain'],
    ['object', { title: '想做点新东西' }, 'partial', 'a title without one'],
    ['object', { title: '' }, 'missing', 'no title'],
    ['problem', { problem: '涂层三个月就剥落' }, 'present', 'a word of damage'],
    ['problem', { title: '叶片开裂' }, 'partial', 'in the title alone it is a hint'],
    ['problem', { text: '预算不高' }, 'missing', 'little money is no problem of the thing'],
    ['indicator', { expectedOutcome: '寿命不低于5年' }, 'present', 'a target'],
    ['indicator', { text: '希望车内噪声降低5dB以上' }, 'present', 'a target in the text'],
    ['indicator', { problem: '现有涂层厚度150mm' }, 'partial', 'how it is today'],
    ['indicator', { text: '公司成立三十年' }, 'missing', 'an age is no indicator'],
    ['technology', { keyTechnology: '电磁搅拌' }, 'present', 'its field'],
    ['technology', { text: '想采用激光' }, 'partial', 'a hint in the text'],
    ['constraint', { text: '不更换叶片' }, 'present', 'what must stay'],
    ['constraint', { text: '能不能早点知道' }, 'missing', '能不能 forbids nothing'],
    ['budget', { budget: '50万元' }, 'present', 'a sum'],
    ['budget', { budget: '面议' }, 'partial', 'no sum'],
    ['budget', { text: '花钱别太多' }, 'partial', 'a hint in the text'],
    ['deadline', { validTo: '2027-12-31' }, 'present', 'a day'],
    ['deadline', { validTo: '长期有效' }, 'partial', 'no day'],
    ['deadline', { text: '年底前投产' }, 'partial', 'a hint in the text'],
    ['cooperation', { cooperationModes: '技术转让' }, 'present', 'a known way'],
    ['cooperation', { cooperationModes: '看情况' }, 'partial', 'an unknown way'],
    ['cooperation', { text: '希望有专家来看看' }, 'partial', 'a hint in the text'],
    ['cooperation', {}, 'missing', 'nothing'],
  ])('%s of %j is %s: %s', (code, fields, expected) => {
    expect(stateOf({ ...base, ...fields } as DemandInput, code)).toBe(expected);
  });
});

describe('diagnoseDemand on any demand', () => {
  const WORDS = [
    '燃机叶片',
    '涂层剥落',
    '，',
    '不更换',
    '采用激光',
    '寿命不低于5年',
    '厚3mm',
    '便宜',
    '尽快',
    '合作',
    '\ud800',
    '<b>',
    '。',
  ];
  const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(''));
  const anyDemand = fc
    .record({
      title: text,
      problem: fc.option(text, { nil: undefined }),
      text: fc.option(text, { nil: undefined }),
      expectedOutcome: fc.option(text, { nil: undefined }),
      keyTechnology: fc.option(text, { nil: undefined }),
      budget: fc.constantFrom(undefined, '', '面议', '50万元', 5),
      validTo: fc.constantFrom(undefined, '', '长期', '2028年'),
      cooperationModes: fc.constantFrom(undefined, [], ['技术转让'], ['其他']),
    })
    .map((fields): DemandInput => ({ id: 'D', ...fields }));
  const small = createMatcher(achievements.slice(0, 30));

  it('scores in [0, 1] by its formula, quotes true places, and asks for exactly what is not stated', () => {
    fc.assert(
      fc.property(anyDemand, (item) => {
        const given = JSON.stringify(item);
        const { clarity, elements, questions, missing } = diagnoseDemand(small, item, OPTIONS);
        const values = { present: 1, partial: 0.5, missing: 0 };
        const sum = elements.reduce(
          (total, { element, state }) => total + CLARITY_WEIGHTS[element] * values[state],
          0,
        );
        expect(clarity).toBeCloseTo(sum, 6);
        expect(clarity >= 0 && clarity <= 1).toBe(true);
        expect(elements.map(({ element }) => element)).toEqual(DEMAND_ELEMENTS);
        for (const { state, evidence } of elements) expect(evidence.length > 0).toBe(state !== 'missing');
        for (const { field, start, end, text } of elements.flatMap(({ evidence }) => evidence)) {
          const whole = Object.entries(item).find(([name]) => name === field)?.[1];
          if (typeof whole === 'string') expect(whole.slice(start, end)).toBe(text);
        }
        const open = elements.filter(({ state }) => state !== 'present').map(({ element }) => element);
        expect(questions.map(({ element }) => element).sort()).toEqual([...open].sort());
        expect(questions.every(({ gain }, i) => i === 0 || gain <= questions[i - 1]!.gain)).toBe(true);
        expect(questions.reduce((total, { gain }) => total + gain, clarity)).toBeCloseTo(1, 5);
        expect(missing.every((element) => open.includes(element))).toBe(true);
        expect(JSON.stringify(item)).toBe(given);
      }),
      { numRuns: 100 },
    );
  });

  it('never finds a demand less clear for a sum, a day, a way or a technology more', () => {
    const MORE = {
      budget: '50万元',
      validTo: '2028-12-31',
      cooperationModes: ['技术转让'],
      keyTechnology: '热处理',
    };
    fc.assert(
      fc.property(anyDemand, fc.constantFrom(...Object.keys(MORE)), (item, field) => {
        const less = { ...item, [field]: undefined };
        const more = { ...item, [field]: MORE[field as keyof typeof MORE] };
        const clarity = (one: DemandInput) => diagnoseDemand(small, one, { ...OPTIONS, terms: 0 }).clarity;
        expect(clarity(more)).toBeGreaterThanOrEqual(clarity(less));
      }),
      { numRuns: 100 },
    );
  });

  it('names the object beside a technology that is of no chain', () => {
    for (const item of [
      { expectedOutcome: '燃机叶片' },
      { expectedOutcome: '燃机叶片', keyTechnology: '热处理' },
    ]) {
      const object = diagnoseDemand(small, { id: 'D', title: '', ...item }).elements.find(
        ({ element }) => element === 'object',
      )!;
      expect(object.state).toBe('present');
      expect(object.evidence.map(({ text }) => text)).toContain('燃机叶片');
    }
  });

  it('offers no term that the demand holds, and no more than it is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...demands), fc.nat({ max: 4 }), (item, terms) => {
        const found = diagnose(item, { terms, minShared: 1 }).terms;
        expect(found.length).toBeLessThanOrEqual(terms);
        const { title, text, problem, keyTechnology, expectedOutcome, keywords } = item;
        const words = JSON.stringify([title, text, problem, keyTechnology, expectedOutcome, keywords]);
        for (const { term, enters, leaves } of found) {
          expect(words.includes(term)).toBe(false);
          expect(enters.length).toBe(leaves.length);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('likelyDemands', () => {
  const index = createMatcher(demands, { side: 'demand' });
  const firm: FirmProfile = {
    id: 'F1',
    name: '某模具厂',
    products: ['压铸模具', '注塑模具'],
    equipment: ['立式加工中心'],
    industry: '模具制造',
  };

  it('suggests what other firms with the same products and machines have asked for, and says why', () => {
    // D015: cooling of die-casting dies; D013: machining centres whose size drifts.
    const [first, second] = likelyDemands(index, firm, OPTIONS);
    expect(first).toMatchObject({
      demandId: 'D015',
      organization: '于洪精锐模具有限公司',
      // As the firm writes it: the demand writes 压铸模 and 模具, of which it is a kind.
      basis: [{ part: 'products', words: ['压铸模具'] }],
    });
    expect(first?.reason.zh).toContain('企业产品中的“压铸模具”');
    expect(second?.demandId).toBe('D013');
    expect(second?.basis[0]?.part).toBe('equipment');
    expect(second?.question.zh).toBe('贵单位是否也遇到“加工中心早晚尺寸不一致”这类问题？');
  });

  it("suggests no demand of the firm's own, in any spelling, and keeps the filter of the caller", () => {
    const own = { ...firm, name: '于洪精锐模具' };
    const found = likelyDemands(index, own, OPTIONS);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ organization }) => organization === '于洪精锐模具有限公司')).toBe(false);
    const none = likelyDemands(index, own, { filter: { ...OPTIONS.filter, where: () => false } });
    expect(none).toEqual([]);
  });

  it('says nothing where nothing is shared, and nothing of an empty profile', () => {
    expect(likelyDemands(index, { id: 'F' })).toEqual([]);
    const far = likelyDemands(createMatcher([{ id: 'D', title: '苹果腐烂' }], { side: 'demand' }), firm);
    expect(far).toEqual([]);
  });

  it('rests every suggestion on words that both sides hold or on a chain', () => {
    const word = fc.constantFrom('数控机床', '叶片', '锅炉', '苹果', '电池', '涂料', '轴承', '泵', '薯片');
    const profile = fc.record({
      id: fc.constant('F'),
      products: fc.array(word, { maxLength: 3 }),
      equipment: fc.array(word, { maxLength: 2 }),
      description: fc.option(word, { nil: undefined }),
    }) as fc.Arbitrary<FirmProfile>;
    fc.assert(
      fc.property(profile, fc.nat({ max: 8 }), (one, limit) => {
        const found = likelyDemands(index, one, { ...OPTIONS, limit });
        expect(found.length).toBeLessThanOrEqual(limit);
        for (const { basis, chains, reason, score } of found) {
          expect(basis.length + chains.length).toBeGreaterThan(0);
          expect(score > 0 && score <= 1).toBe(true);
          expect(/undefined|：。/.test(reason.zh)).toBe(false);
          for (const { part, words } of basis) {
            const held = JSON.stringify(one[part]);
            for (const shared of words) expect(held).toContain(shared);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('bad input', () => {
  it('is named in full', async () => {
    const paths = await badPathsOf(() => diagnose(demand('D010'), { matches: 0, terms: 1.5, minShared: 0 }));
    expect(paths.sort()).toEqual(['matches', 'minShared', 'terms']);
    expect(await badPathsOf(() => diagnose({ id: 'D' } as never))).toEqual(['title']);
    expect(await badPathsOf(() => diagnose(demand('D010'), { minScore: 3 }))).toEqual(['minScore']);
    const index = createMatcher(demands, { side: 'demand' });
    const profile = { id: '', products: '模具', chains: [1] } as never;
    expect(await badPathsOf(() => likelyDemands(index, profile))).toEqual(['id', 'products', 'chains[0]']);
    expect(await badPathsOf(() => likelyDemands(index, { id: 'F' }, { limit: -1, minScore: 2 }))).toEqual([
      'limit',
      'minScore',
    ]);
  });

  it('is no supply without matches: the demand is still looked at', () => {
    const { clarity, terms, questions } = diagnoseDemand(createMatcher([]), demand('D010'));
    expect(clarity).toBeGreaterThan(0);
    expect(terms).toEqual([]);
    expect(questions.length).toBeGreaterThan(0);
  });
});
