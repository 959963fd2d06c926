import { createMatcher, DEFAULT_TAXONOMY } from 'cuohe';
import {
  buildChainLibrary,
  buildExpertProfiles,
  commonDemands,
  findDuplicates,
  invitePairs,
  localConversion,
  planMadeToOrder,
  publishRegisters,
  rankChallengeUnits,
  watchLists,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPartOf, organizationKey } from '../../src/programmes/common/organization.ts';
import { readUnits } from '../../src/programmes/common/unit-keys.ts';
import { badPathsOf } from './bad-paths.ts';

const isOne = (a: string, b: string, names: readonly string[] = [], aliases = {}) => {
  const units = readUnits(
    Object.entries<string[]>(aliases).map(([name, others]) => ({ name, aliases: others })),
    names,
  );
  return organizationKey(a, units) === organizationKey(b, units);
};

describe('the key of an organisation', () => {
  it.each([
    ['中科院金属所', '中国科学院金属研究所'],
    ['中国科学院金属所', '中科院金属研究所'],
    ['中科院沈阳自动化所', '中国科学院沈阳自动化研究所'],
    ['辽宁省农科院', '辽宁省农业科学院'],
    ['中国农科院果树所', '中国农业科学院果树研究所'],
    ['沈阳机床（集团）有限责任公司', '沈阳机床集团'],
    ['大连某某总公司', '大连某某有限公司'],
    ['海城某矿业中心（有限合伙）', '海城某矿业中心'],
    ['华某（沈阳）技术有限公司', '华某沈阳技术有限公司'],
    ['鞍山某钢铁有限公司（沈阳）', '鞍山某钢铁（沈阳）有限公司'],
    ['沈阳某材料有限公司（沈阳）', '沈阳某材料有限公司'],
    ['辽宁某某大学（原辽宁某某学院）', '辽宁某某大学'],
    ['ＡＢＢ（中国）有限公司', 'abb(中国)有限公司'],
  ])('%s is %s', (a, b) => {
    expect(isOne(a, b)).toBe(true);
  });

  it.each([
    ['中科院金属所', '中国科学院'],
    ['中科院金属所', '金属所'],
    ['中国科学院沈阳自动化研究所', '中国科学院自动化研究所'],
    ['中科院招待所', '中国科学院招待研究所'],
    ['东北大学', '东北大学材料学院'],
    ['东北大学', '东北大学秦皇岛分校'],
    ['中国石油大学（北京）', '中国石油大学（华东）'],
    ['中国石油大学（北京）', '中国石油大学'],
    ['北京市化工研究院', '北京化工研究院'],
    ['东软集团（大连）有限公司', '东软集团股份有限公司'],
    ['某某有限公司沈阳分公司', '某某有限公司'],
    ['某某有限公司（沈阳）', '某某有限公司（大连）'],
    ['沈阳工业大学', '沈工大'],
    ['某大学（原某学院）', '某学院'],
    ['集团有限公司', '股份有限公司'],
    // A group and the company that it lists are two.
    ['本溪某钢集团有限公司', '本溪某钢股份有限公司'],
    ['本溪某钢（集团）有限责任公司', '本溪某钢有限公司'],
  ])('%s is not %s', (a, b) => {
    expect(isOne(a, b)).toBe(false);
  });

  it.each([
    ['沈工大', '沈阳工业大学', ['沈阳工业大学', '东北大学'], true],
    ['沈阳工大', '沈阳工业大学', ['沈阳工业大学'], true],
    ['哈工大', '哈尔滨工业大学', ['哈尔滨工业大学'], true],
    ['中科院大连化物所', '中国科学院大连化学物理研究所', ['中国科学院大连化学物理研究所'], true],
    // 工 is 工业, whoever else is there.
    ['哈工大', '哈尔滨工程大学', ['哈尔滨工程大学'], false],
    ['浙工大', '浙江工商大学', ['浙江工商大学'], false],
    ['大连海大', '大连海事大学', ['大连海事大学'], false],
    // Two have the short form.
    ['沈工大', '沈阳工业大学', ['沈阳工业大学', '沈阳工程大学'], false],
    // It leaves a word out, or is too short.
    ['辽工大', '辽宁工程技术大学', ['辽宁工程技术大学'], false],
    ['东大', '东北大学', ['东北大学'], false],
    ['沈工大附中', '沈阳工业大学', ['沈阳工业大学'], false],
  ])('in data: %s and %s among %o: %s', (a, b, names, expected) => {
    expect(isOne(a, b, names)).toBe(expected);
    expect(isOne(a, b, [...names].reverse())).toBe(expected);
  });

  it('follows the aliases of the host, but not one that two units have, nor one that is the name of a unit', () => {
    const aliases = { 东北大学: ['东大', '工大'], 沈阳工业大学: ['工大', '沈北学院'], 沈北学院: [] };
    expect(isOne('东大', '东北大学', [], aliases)).toBe(true);
    expect(isOne('工大', '东北大学', [], aliases)).toBe(false);
    expect(isOne('沈北学院', '沈阳工业大学', [], aliases)).toBe(false);
  });

  it('is a key: of itself the same, whatever names are known', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'沈阳工业大学院所有限公司集团（）() 中科农'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 5 }), (one, names) => {
        const key = organizationKey(one);
        expect(organizationKey(` ${one} `)).toBe(key);
        const units = readUnits([], [...names, one]);
        expect(readUnits([], [one, ...names].reverse()).get(key)).toBe(units.get(key));
      }),
    );
  });

  it('tells parts of a whole', () => {
    expect(isPartOf('东北大学材料学院', '东北大学')).toBe(true);
    expect(isPartOf('东北大学', '东北大学')).toBe(false);
    expect(isPartOf('东北大学出版社', '东北大学')).toBe(false);
    expect(isPartOf('某公司研究院', '某公司')).toBe(false);
  });
});

describe('one notion of a unit in every report', () => {
  const aliases = [{ name: '北方金属研究院', aliases: ['北金院'] }];
  const [full, short] = ['北方金属研究院', '北金院'];
  const supply = [
    { id: 'A1', title: '热障涂层等离子喷涂', abstract: '叶片热障涂层', organization: full },
    { id: 'A2', title: '叶片热障涂层热循环寿命', abstract: '涂层', organization: short },
  ];
  const demands = ['D1', 'D2'].map((id, i) => ({
    id,
    title: '叶片热障涂层剥落',
    problem: '叶片热障涂层早期剥落',
    organization: [full, short][i]!,
  }));
  const matcher = createMatcher(supply);
  const asOf = '2026-09-01';

  it.each([
    [
      'chain libraries',
      (options: object) =>
        buildChainLibrary({
          achievements: supply,
          demands: [],
          matches: [],
          taxonomy: DEFAULT_TAXONOMY,
          ...options,
        }).total.units.length,
    ],
    [
      'challenges',
      (options: object) =>
        rankChallengeUnits(matcher, { id: 'Q', title: '热障涂层叶片' }, options).units.length,
    ],
    [
      'orders',
      async (options: object) =>
        (
          await planMadeToOrder(matcher, [{ id: 'Q', title: '热障涂层叶片' }], {
            minScore: 1,
            nearScore: 0.01,
            ...options,
          })
        ).orders[0]!.units.length,
    ],
    [
      'watch lists',
      (options: object) =>
        3 -
        watchLists([{ id: 'L', name: full }], demands, { asOf, minScore: 0.1, ...options }).lists[0]!.profile!
          .queries.length,
    ],
    [
      'invitations',
      async (options: object) => {
        const { pairs } = await invitePairs([{ ...demands[0]!, organization: '某厂' }], matcher, {
          asOf,
          ...options,
        });
        return new Set(pairs.map(({ supplier }) => supplier)).size;
      },
    ],
    [
      'conversions',
      (options: object) =>
        localConversion(
          [
            { id: '1', unit: full },
            { id: '2', unit: short },
          ],
          options,
        ).units.length,
    ],
    [
      'profiles',
      async (options: object) =>
        (
          await buildExpertProfiles(
            supply.map((record) => ({ ...record, completers: ['王伟'] })),
            options,
          )
        ).profiles.length,
    ],
    [
      'registers',
      (options: object) =>
        new Set(
          publishRegisters(
            { achievements: supply, projects: [], problems: [] },
            { asOf, ...options },
          ).snapshot.achievements.map(({ unit }) => unit),
        ).size,
    ],
    [
      'duplicates',
      async (options: object) =>
        (
          await findDuplicates(
            [supply[0]!, { ...supply[0]!, id: 'C', abstract: '', organization: short }],
            options,
          )
        ).unique.length,
    ],
  ])('%s', async (what, count) => {
    const [apart, together] = what === 'duplicates' ? [2, 0] : [2, 1];
    expect(await count({})).toBe(apart);
    expect(await count({ aliases })).toBe(together);
  });

  it('common demands', async () => {
    const options = { minFirms: 2, minScore: 0.1 };
    const side = createMatcher(demands, { side: 'demand' });
    expect((await commonDemands(side, options)).clusters.length).toBe(1);
    expect((await commonDemands(side, { ...options, aliases })).clusters.length).toBe(0);
  });

  it('refuses aliases that name nothing', async () => {
    const bad = { aliases: [{ name: ' ' }, { name: '甲', aliases: [''] }] };
    const paths = ['aliases[0].name', 'aliases[1].aliases[0]'];
    expect(await badPathsOf(() => localConversion([], bad))).toEqual(paths);
    expect(await badPathsOf(() => rankChallengeUnits(matcher, { id: 'Q', title: '' }, bad))).toEqual(paths);
    expect(await badPathsOf(() => buildExpertProfiles([], bad))).toEqual(paths);
  });
});
