import { createMatcher, defineTaxonomy } from 'cuohe';
import { readAchievements } from 'cuohe/io';
import {
  assignBrokers,
  buildChainLibrary,
  buildExpertProfiles,
  commonDemands,
  defineRegions,
  findDuplicates,
  mergeDuplicates,
  nameOfRegion,
  publishRegisters,
  sharedIndicators,
  watchLists,
} from 'cuohe/programmes';
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

  it('as a field that a programme is told to read is a field, or none', async () => {
    const bare = { id: 'a', title: '热障涂层', organization: '甲所' };
    const full = JSON.parse(JSON.stringify(bare));
    Object.defineProperty(full, name, { value: '李娜', enumerable: true });
    const people = async (record: typeof bare) =>
      (await buildExpertProfiles([record], { personFields: [name] })).profiles.map((one) => one.name);
    expect([await people(bare), await people(full)]).toEqual([[], ['李娜']]);
    expect((await buildExpertProfiles([bare], { personFields: [name] })).unread).toEqual([]);
    const dated = (value?: string) => {
      const record = { ...bare };
      if (value !== undefined) Object.defineProperty(record, name, { value, enumerable: true });
      const period = { field: name, cutOffs: ['2026-06-30'] };
      const input = {
        achievements: [record],
        demands: [],
        matches: [],
        taxonomy: defineTaxonomy('ours', []),
      };
      return buildChainLibrary({ ...input, period }).periods.map(
        ({ withoutChain }) => withoutChain.achievements,
      );
    };
    expect(dated()).toEqual([[], [], ['a']]);
    expect(dated('2026年3月')).toEqual([['a'], [], []]);
    const published = (record: object) =>
      publishRegisters(
        { achievements: [record as never], projects: [], problems: [] },
        { asOf: '2026-09-01', fields: [name] },
      ).snapshot.achievements[0]!.fields;
    expect([own(published(bare)), own(published(full))]).toEqual([undefined, '李娜']);
  });

  it('as a name of a quantity, a firm or a policy is a name', async () => {
    const indicators = [{ raw: name, name, comparator: '≥', value: 5, unit: 'mm' }] as never;
    const demands = ['a', 'b', 'c'].map((id) => ({
      id,
      title: '热障涂层',
      organization: `${name}${id}`,
      indicators,
    }));
    expect(sharedIndicators(demands as never).map((one) => one.name)).toEqual([name]);
    const matcher = createMatcher(demands as never, { side: 'demand' });
    const { clusters, outliers } = await commonDemands(matcher, { minFirms: 2 });
    expect([...clusters.flatMap(({ members }) => members), ...outliers]).toHaveLength(3);
    const { lists } = watchLists(
      [{ id: name, name, chains: [name] }],
      [{ id: name, title: '', organization: name }],
      {
        asOf: '2026-09-01',
        minScore: 0.1,
      },
    );
    expect(lists.map(({ leaderId, withoutChain }) => [leaderId, withoutChain])).toEqual([[name, [name]]]);
    const regions = defineRegions({ areas: [{ id: name, members: ['210112'] }] });
    expect(nameOfRegion(name, regions).zh).toBe(name);
    expect(nameOfRegion(name).zh).toBe(name);
  });
});

it('nothing of all that is left on what every object has', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { readonly code?: unknown }).code).toBeUndefined();
});
