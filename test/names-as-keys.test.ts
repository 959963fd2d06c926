import { createMatcher, defineTaxonomy } from 'cuohe';
import { readAchievements } from 'cuohe/io';
import { assignBrokers, buildChainLibrary, findDuplicates, mergeDuplicates } from 'cuohe/programmes';
import { describe, expect, it } from 'vitest';

/** What every object of JavaScript has, and a host may call anything by. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

describe.each(NAMES)('what is called %s', (name) => {
  const own = (record: object) => Object.getOwnPropertyDescriptor(record, name)?.value as unknown;

  it('as an id, a region, a stage, a keyword or a field is what it says', () => {
    const row = JSON.parse(
      JSON.stringify({ id: name, title: '叶片热障涂层', regionCode: name, keywords: [name] }),
    );
    Object.defineProperty(row, name, { value: '甲', enumerable: true });
    const matcher = createMatcher([row, { id: 'b', title: '热障涂层', regionCode: name }]);
    const query = { id: name, title: '热障涂层', regionCode: name };
    const { matches, counts } = matcher.match(query, { counts: ['regions'] });
    expect(matches.map(({ id }) => id).sort()).toEqual([name, 'b'].sort());
    expect(own(counts!.regions!)).toBe(2);
    for (const { reason } of matches) {
      expect(reason.zh).toContain(`同在${name}`);
      expect(reason.en).toContain(name);
    }
    expect(own(matcher.record(matcher.indexOf(name)))).toBe('甲');
    expect(matcher.match(query, { filter: { regions: [name] } }).matches).toHaveLength(2);
  });

  it('as a chain is a chain', () => {
    const chains = [{ code: name, nameZh: '甲链', nameEn: 'A', terms: ['热障涂层'] }];
    const taxonomy = defineTaxonomy('ours', chains);
    const matcher = createMatcher([{ id: 'a', title: '热障涂层' }], { taxonomy });
    expect(matcher.chainsOf('a').map(({ code }) => code)).toEqual([name]);
    const { counts } = matcher.match('热障涂层', { counts: ['chains'], filter: { chains: [name] } });
    expect(own(counts!.chains!)).toBe(1);
    const library = buildChainLibrary({
      achievements: [{ id: name, title: '', chains: [name] }],
      demands: [{ id: name, title: '', chains: [name] }],
      matches: [{ queryId: name, matches: [{ id: name }] }],
      taxonomy,
    });
    expect(library.rows.map(({ code, matchedDemands }) => [code, matchedDemands])).toEqual([[name, [name]]]);
  });

  it('as a header or a key of JSON is a field of that name', () => {
    for (const text of [
      `编号,成果名称,${name}\n1,热障涂层,甲\n`,
      `[{"编号":"1","成果名称":"热障涂层","${name}":"甲"}]`,
    ]) {
      const { records } = readAchievements(text, { name: text.startsWith('[') ? 'a.json' : 'a.csv' });
      expect(records.map(own)).toEqual(['甲']);
      expect(Object.getPrototypeOf(records[0])).toBe(Object.prototype);
    }
  });

  it('stays a field where records are merged, and a name where people are assigned', async () => {
    const records = ['a', 'b'].map((id) =>
      JSON.parse(`{"id":"${id}","title":"叶片热障涂层","${name}":"${id}"}`),
    );
    const { groups } = await findDuplicates(records);
    expect(groups.map(({ recordIds }) => recordIds)).toEqual([['a', 'b']]);
    expect(own(mergeDuplicates(records, groups)[0]!.record)).toBe('a');
    const pair = {
      id: name,
      demandId: 'd',
      supplyId: 's',
      demander: name,
      supplier: name,
      value: 0.5,
      chains: [name],
    };
    const { assignments } = await assignBrokers([pair], [{ id: name, capacity: 1, chains: [name] }], {
      method: 'greedy',
    });
    expect(assignments.map(({ brokerId }) => brokerId)).toEqual([name]);
  });
});

it('nothing of all that is left on what every object has', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { readonly code?: unknown }).code).toBeUndefined();
});
