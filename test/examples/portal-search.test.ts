import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACETS, type Facet, type Question } from '../../examples/portal/server/api.ts';
import { detail } from '../../examples/portal/server/detail.ts';
import { search } from '../../examples/portal/server/search.ts';
import { DEMANDS, NOTHING, portalOf, SUPPLY } from './portal-world.ts';

const portal = await portalOf({ supply: SUPPLY, demand: DEMANDS });
const texts = [
  '',
  '激光',
  '水',
  '涡轮叶片热障涂层早期剥落',
  '主轴发热影响加工精度，需要补偿',
  '浑河特种材料研究所',
  'a005',
  '<script>alert(1)</script>',
];
const KEYS: Readonly<Record<Facet, readonly string[]>> = {
  chains: ['SY02', 'SY07', 'SY15', ''],
  regions: ['21', '2101', '210112', '2103', ''],
  kinds: ['achievement', 'expert', 'patent', 'demand'],
  stages: ['pilot-scale', 'industrialised', ''],
};
const visible = (side: Question['side']) =>
  portal
    .side(side)
    .visible()
    .map((index) => portal.side(side).record(index).id);

const subjects = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts).map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.constant('of' as const) },
  { weight: 1, arbitrary: fc.constant('like' as const) },
);
const filters = fc.record(
  Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...KEYS[facet]], { maxLength: 2 })),
    ]),
  ),
);
const questions = fc
  .tuple(fc.constantFrom('supply' as const, 'demand' as const), subjects, filters, fc.nat(), fc.nat(3))
  .map(([side, subject, chosen, pick, level]): Question => {
    const question = { ...NOTHING, side, ...(chosen as Record<Facet, string[]>) };
    if (typeof subject === 'object')
      return { ...question, ...subject, level: subject.text === '' ? 0 : level };
    const ids = visible(subject === 'like' ? side : side === 'supply' ? 'demand' : 'supply');
    return { ...question, [subject]: ids[pick % ids.length]!, level: subject === 'like' ? 0 : level };
  });

/** All pages of a question. */
function pagesOf(question: Question) {
  const { pages } = search(portal, question);
  return Array.from({ length: pages }, (_, i) => search(portal, question, i + 1));
}

describe('a search', () => {
  it('has pages that join to the whole list: each record once, in rank order, as many as it says', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const pages = pagesOf(question);
        const items = pages.flatMap(({ items }) => items);
        expect(items).toHaveLength(pages[0]!.total);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        const scores = items.flatMap(({ score }) => (score === undefined ? [] : [score]));
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(items.flatMap(({ rank }) => rank ?? [])).toEqual(scores.map((_, i) => i + 1));
      }),
      { numRuns: 60 },
    );
  });

  it('counts each choice as what it leaves: the search with this choice alone in its facet finds as many', () => {
    let counted = 0;
    fc.assert(
      fc.property(questions, (question) => {
        const { facets } = search(portal, question);
        for (const facet of FACETS) {
          for (const { key, count, chosen } of facets[facet].slice(0, 4)) {
            expect([facet, key, search(portal, { ...question, [facet]: [key] }).total]).toEqual([
              facet,
              key,
              count,
            ]);
            expect(chosen).toBe(question[facet].includes(key));
            counted += count;
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(counted).toBeGreaterThan(100);
  });

  it('counts each level as what it leaves', () => {
    let levels = 0;
    fc.assert(
      fc.property(questions, (question) => {
        const found = search(portal, question);
        for (const [level, count] of (found.levels ?? []).entries()) {
          if (level === 0 && question.level > 0) continue;
          const { total, items } = search(portal, { ...question, level });
          expect(total).toBe(count);
          for (const item of items) if (level > 0) expect(item.level?.level).toBeGreaterThanOrEqual(level);
          levels++;
        }
      }),
      { numRuns: 60 },
    );
    expect(levels).toBeGreaterThan(50);
  });

  it('gives public, valid records alone, whatever is asked', () => {
    const allowed = { supply: new Set(visible('supply')), demand: new Set(visible('demand')) };
    // Three secret or internal, two expired.
    expect(allowed.supply.size).toBe(SUPPLY.length - 5);
    fc.assert(
      fc.property(questions, (question) => {
        for (const { items } of pagesOf(question)) {
          for (const { id, side } of items) expect(allowed[side].has(id)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('answers a demand in the order of the library, above its threshold', () => {
    const { matcher, minScore } = portal.side('supply');
    const expected = matcher.match(DEMANDS[3] as never, { minScore, limit: 100 }).matches;
    const { items, subject, answer } = search(portal, { ...NOTHING, of: 'D004' });
    expect(items.map(({ id, score }) => [id, score])).toEqual(expected.map(({ id, score }) => [id, score]));
    expect(items[0]).toMatchObject({
      id: 'A005',
      level: { level: 3, zh: '强' },
      reason: expected[0]!.reason,
    });
    expect(subject).toMatchObject({ id: 'D004', side: 'demand' });
    expect(answer?.zh).toBe('所列中有较有把握解决这项需求的。');
  });

  it('finds the like of a record as the library does, never the record itself', () => {
    const { matcher, minScore } = portal.side('supply');
    const expected = matcher.similar('A005', { minScore, limit: 20 }).matches;
    const { items } = search(portal, { ...NOTHING, like: 'A005' });
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ id, score, reason }) => [id, score, reason])).toEqual(
      expected.map(({ id, score, reason }) => [id, score, { zh: reason.zh, en: reason.en }]),
    );
  });

  it('looks up a few words: every record that holds them is there, and no level is claimed of it', () => {
    const { total, items, levels } = search(portal, { ...NOTHING, text: '水' });
    // One that has it in a stock phrase alone (国内先进水平) matches nothing.
    const { matcher } = portal.side('supply');
    const holding = matcher
      .match('水', { limit: 200 })
      .matches.flatMap(({ id, index }) => (portal.side('supply').holds(index, '水') ? [id] : []));
    expect(holding.length).toBeGreaterThan(15);
    const found = Array.from({ length: Math.ceil(total / 20) }, (_, i) =>
      search(portal, { ...NOTHING, text: '水' }, i + 1).items.map(({ id }) => id),
    ).flat();
    expect(holding.filter((id) => !found.includes(id))).toEqual([]);
    expect([levels, items[0]?.level]).toEqual([undefined, undefined]);
  });

  it('finds what an organisation has, and a record by its id', () => {
    const of = search(portal, { ...NOTHING, text: '浑河特种材料研究所' }).items;
    expect(of.filter(({ organization }) => organization === '浑河特种材料研究所').length).toBeGreaterThan(2);
    expect(search(portal, { ...NOTHING, text: 'a005' }).items.map(({ id }) => id)).toEqual(['A005']);
  });

  it('marks what both share in title and excerpt', () => {
    const [first] = search(portal, { ...NOTHING, of: 'D004' }).items;
    const told = [first!.title, first!.excerpt].flatMap(({ text, marks }) =>
      marks.map(([start, end]) => text.slice(start, end)),
    );
    expect(told).toContain('剥落');
    expect(told.join('')).toContain('热障涂层');
  });
});

describe('a record in full', () => {
  it('has a score that is the sum of its parts, conditions included', () => {
    let conditions = 0;
    for (const id of visible('demand')) {
      for (const item of search(portal, { ...NOTHING, of: id }).items.slice(0, 3)) {
        const { pair } = detail(portal, { ...NOTHING, of: id }, item.id);
        const sum = pair!.parts.reduce((all, { value }) => all + value, 0);
        expect(sum).toBeCloseTo(pair!.score, 10);
        expect(pair!.score).toBe(item.score);
        conditions += pair!.parts.filter(({ key }) => key === 'conditions').length;
      }
    }
    expect(conditions).toBeGreaterThan(5);
  });

  it('marks both sides, each in its own text', () => {
    const { fields, pair } = detail(portal, { ...NOTHING, of: 'D004' }, 'A005');
    const told = (texts: readonly { text: string; marks: readonly (readonly [number, number])[] }[]) =>
      texts.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end)));
    expect(told([pair!.queryTitle, ...pair!.query])).toContain('隔热涂层');
    expect(told(fields)).toContain('热障涂层');
  });
});
