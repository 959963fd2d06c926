import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import { openccSimplifier } from 'cuohe/opencc';
import {
  buildExpertProfiles,
  createDirectory,
  directoryOf,
  linkNames,
  type OrganizationAliases,
  rankExperts,
  recommendExperts,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../src/programmes/experts/directory.ts';
import { LINK_METHOD_LABELS, LINK_STATUS_LABELS } from '../../src/programmes/experts/link-names.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const { profiles } = await buildExpertProfiles([
  ...read<AchievementInput>('achievements'),
  ...read<AchievementInput>('programmes/experts'),
]);
const aliases = read<OrganizationAliases>('programmes/organization-aliases');
const directory = createDirectory(directoryOf(profiles, aliases));
const matcher = createMatcher(profiles);
const demands = [...read<DemandInput>('demands'), ...read<DemandInput>('programmes/named-demands')];
const demandOf = (id: string) => demands.find((item) => item.id === id)!;

const person = (name: string, organization?: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  id: `${name}@${organization ?? ''}`,
  kind: 'person',
  name,
  ...(organization === undefined ? {} : { organization }),
  ...more,
});
const unit = (name: string, ...others: string[]): DirectoryEntry => ({
  id: name,
  kind: 'organization',
  name,
  aliases: others,
});
const small = createDirectory([
  person('王伟', '沈阳工业大学'),
  person('王伟', '辽河工业大学'),
  person('李娜', '沈阳工业大学'),
  person('阿依慕·买买提', '辽河工业大学'),
  unit('沈阳工业大学', '沈工大', '工大'),
  unit('辽河工业大学', '工大'),
  unit('哈尔滨市第一机床研究所'),
  unit('沈阳北方重型装备制造股份有限公司'),
]);
const link = (demand: Partial<DemandInput>, options = {}) =>
  linkNames({ id: 'd', title: '', ...demand }, small, options);
const told = (demand: Partial<DemandInput>, options = {}) =>
  link(demand, options).map(({ name, status, method, entry }) => [name, status, method, entry?.id]);

describe('linkNames on the sample', () => {
  it('links the names that demands wish for', () => {
    expect(linkNames(demandOf('D004'), directory)).toMatchObject([
      { name: '覃砚舟', status: 'linked', method: 'name', entry: { id: 'expert:覃砚舟@浑河特种材料研究所' } },
    ]);
    expect(linkNames(demandOf('D003'), directory)).toMatchObject([
      { name: '白塔动力机械研究院', status: 'linked', entry: { id: 'organization:白塔动力机械研究院' } },
    ]);
  });

  it('links names, aliases, other spellings and mentions in texts, and chooses between namesakes never', () => {
    const links = linkNames(demandOf('ND01'), directory);
    expect(links.map(({ field, name, status, method }) => [field, name, status, method])).toEqual([
      // Two people of this name, at two universities.
      ['preferredExperts[0]', '佟永澈', 'ambiguous', undefined],
      ['preferredExperts[1]', '齐思远', 'unknown', undefined],
      // 研究所 for 研究院.
      ['preferredOrganizations[0]', '白塔动力机械研究所', 'linked', 'similarity'],
      ['problem', '覃砚舟', 'linked', 'name'],
      ['problem', '辽河工大', 'linked', 'alias'],
    ]);
    expect(links[0]!.candidates.map(({ entry }) => entry.organization)).toEqual([
      '辽河工业大学',
      '东陵理工大学',
    ]);
    expect(links[2]!.similarity).toBeCloseTo(0.956, 3);
    expect(links[3]).toMatchObject({
      text: '浑河特种材料研究所覃砚舟',
      organization: '浑河特种材料研究所',
      start: 2,
      end: 14,
    });
  });

  it('finds mentions nowhere else in the sample: no demander, no name inside of words', () => {
    const found = read<DemandInput>('demands').flatMap((demand) => linkNames(demand, directory));
    expect(found.map(({ field }) => field.replace(/\[.*/, ''))).toEqual([
      'preferredOrganizations',
      'preferredExperts',
      'preferredOrganizations',
      'preferredOrganizations',
      'preferredOrganizations',
      'preferredExperts',
    ]);
  });
});

describe('names of people', () => {
  it.each([
    ['李娜', '李娜'],
    [' 李 娜 教授', '李娜'],
    ['沈阳工业大学李娜', '李娜'],
    ['李娜（沈阳工业大学）', '李娜'],
    ['阿依慕•买买提博士', '阿依慕·买买提'],
    ['李娜 13812345678', '李娜'],
  ])('are read: %s', (written, name) => {
    const [found] = link({ preferredExperts: [written] });
    expect([found!.status, found!.entry?.name]).toEqual(['linked', name]);
  });

  it('are ambiguous where several people have them, until the organisation stands beside', () => {
    const [both] = link({ preferredExperts: ['王伟'] });
    expect([both!.status, both!.candidates.map(({ entry }) => entry.organization)]).toEqual([
      'ambiguous',
      ['沈阳工业大学', '辽河工业大学'],
    ]);
    const sure = ['王伟'].flatMap((name) => [
      `辽河工业大学 ${name}`,
      `${name}（沈工大）`,
      { name, organization: '沈阳工业大学' },
      { name, affiliation: { name: '辽河工业大学' } },
    ]);
    const organizations = sure.map((given) => link({ preferredExperts: [given] })[0]!.entry?.organization);
    expect(organizations).toEqual(['辽河工业大学', '沈阳工业大学', '沈阳工业大学', '辽河工业大学']);
  });

  it('stay open where the organisation beside them is another one', () => {
    const [found] = link({ preferredExperts: [{ name: '李娜', organization: '丙研究院' }] });
    expect([found!.status, found!.candidates.map(({ entry }) => entry.name)]).toEqual([
      'ambiguous',
      ['李娜'],
    ]);
  });

  it('differ by one character, and are others then', () => {
    expect(told({ preferredExperts: ['李丽'] })).toEqual([['李丽', 'unknown', undefined, undefined]]);
  });

  it('may turn out to be an organisation', () => {
    expect(link({ preferredExperts: ['沈阳工业大学'] })[0]).toMatchObject({
      kind: 'organization',
      status: 'linked',
    });
  });
});

describe('several names in one cell, and names of all kinds', () => {
  const known = createDirectory([
    person('王伟', '东北大学'),
    person('王伟', '沈阳工业大学'),
    person('王伟', '东北大学冶金学院'),
    person('张敏', '东北大学材料学院'),
    person('张敏', '大连理工大学'),
    person('李娜', '沈阳工业大学'),
    person('赵云', '东北大学'),
    person('王和平', '乙研究所'),
    person('高明', '甲研究所'),
    person('欧阳锋', '甲研究所'),
    person('John Smith', 'MIT'),
    person('Li Na', 'ABC'),
    person('阿不都热西提·买买提', '新疆大学'),
    unit('东北大学'),
    unit('沈阳工业大学', '沈工大'),
    unit('大连理工大学'),
    unit('甲研究所', '甲所'),
    unit('中国科学院金属研究所'),
  ]);
  const linked = (preferredExperts: unknown[], preferredOrganizations: string[] = [], problem = '') =>
    linkNames({ id: 'd', title: '', preferredExperts, preferredOrganizations, problem } as DemandInput, known)
      .flatMap(({ entry }) => entry?.id ?? [])
      .sort();

  it.each([
    ['李娜、赵云', ['李娜@沈阳工业大学', '赵云@东北大学']],
    ['李娜，赵云', ['李娜@沈阳工业大学', '赵云@东北大学']],
    ['李娜 赵云', ['李娜@沈阳工业大学', '赵云@东北大学']],
    ['李娜/赵云', ['李娜@沈阳工业大学', '赵云@东北大学']],
    ['李娜\n赵云', ['李娜@沈阳工业大学', '赵云@东北大学']],
    ['李娜和赵云', ['李娜@沈阳工业大学', '赵云@东北大学']],
    ['李娜教授、赵云研究员等', ['李娜@沈阳工业大学', '赵云@东北大学']],
    ['王和平', ['王和平@乙研究所']],
    ['东北大学（王伟、赵云）', ['王伟@东北大学', '赵云@东北大学']],
    ['东北大学：王伟', ['王伟@东北大学']],
    ['东北大学 王伟 赵云', ['王伟@东北大学', '赵云@东北大学']],
    ['张敏（东北大学）', ['张敏@东北大学材料学院']],
    ['Prof. John Smith', ['John Smith@MIT']],
    ['Smith, John', ['John Smith@MIT']],
    ['John Smith and Li Na', ['John Smith@MIT', 'Li Na@ABC']],
    ['李娜、John Smith', ['John Smith@MIT', '李娜@沈阳工业大学']],
    ['阿不都热西提 买买提', ['阿不都热西提·买买提@新疆大学']],
    ['团队负责人：高明', ['高明@甲研究所']],
    ['项目负责人 高明', ['高明@甲研究所']],
    ['欧阳 锋', ['欧阳锋@甲研究所']],
  ])('%s', (cell, ids) => {
    expect(linked([cell])).toEqual(ids);
  });

  it.each([
    ['甲所、东北大学'],
    ['甲所 东北大学'],
    ['甲所/东北大学'],
    ['甲所和东北大学'],
    ['甲研究所或东北大学等高校院所'],
  ])('as organisations: %s', (cell) => {
    expect(linked([], [cell])).toEqual(['东北大学', '甲研究所']);
  });

  it('takes the namesake at the organisation that the demand prefers, at itself before at a part of it', () => {
    expect(linked(['王伟'], ['东北大学'])).toEqual(['东北大学', '王伟@东北大学']);
    expect(linked(['王伟'], ['沈工大'])).toEqual(['沈阳工业大学', '王伟@沈阳工业大学']);
    expect(linked(['张敏'], ['东北大学'])).toEqual(['东北大学', '张敏@东北大学材料学院']);
  });

  it('takes nobody where that does not tell', () => {
    expect(linked(['王伟'])).toEqual([]);
    expect(linked(['王伟'], ['东北大学', '沈工大'])).toEqual(['东北大学', '沈阳工业大学']);
    expect(linked(['王伟'], ['大连理工大学'])).toEqual(['大连理工大学']);
  });

  it('knows short forms by rule, in lists and in texts', () => {
    expect(linked([], ['中科院金属所'])).toEqual(['中国科学院金属研究所']);
    expect(linked([], [], '想请中科院金属所的专家')).toEqual(['中国科学院金属研究所']);
  });

  it.each([
    ['团队负责人：高明，想请他来', ['高明@甲研究所']],
    ['由负责人高明牵头', ['高明@甲研究所']],
    ['负责人高明远已退休', []],
    ['质量高明显优于同行', []],
  ])('reads who leads in a text: %s', (problem, ids) => {
    expect(linked([], [], problem)).toEqual(ids);
  });

  it('meets traditional names with a simplifier', async () => {
    const folding = createDirectory([person('欧阳锋', '甲研究所')], { simplifier: await openccSimplifier() });
    const demand = { id: 'd', title: '', preferredExperts: ['歐陽鋒'] };
    expect(linkNames(demand, folding)[0]!.entry?.name).toBe('欧阳锋');
    // Without one the text does not tell.
    expect(linkNames(demand, known)[0]!.status).toBe('unknown');
  });

  it('counts who names the organisation by an alias among its people', () => {
    const { entries } = createDirectory(
      directoryOf(
        [
          { id: 'p1', name: '王伟', organization: '沈工大' },
          { id: 'p2', name: '李娜', organization: '沈阳工业大学' },
        ] as never,
        [{ name: '沈阳工业大学', aliases: ['沈工大'] }],
      ),
    );
    const own = createDirectory(entries);
    const units = entries.filter(({ kind }) => kind === 'organization');
    expect(units.map(({ name, aliases: others }) => [name, others])).toEqual([['沈阳工业大学', ['沈工大']]]);
    expect(own.membersOf(units[0]!)).toEqual(['p1', 'p2']);
  });
});

describe('names of organisations', () => {
  it.each([
    ['沈阳工业大学', 'linked', 'name'],
    ['沈工大', 'linked', 'alias'],
    ['工大', 'ambiguous', undefined],
    ['沈阳北方重型装备制造有限公司', 'linked', 'name'],
    ['沈阳北方重型装备制造场有限公司', 'linked', 'similarity'],
    // One character of six: .911.
    ['沈阳农业大学', 'unknown', undefined],
    // Another number is another institute.
    ['哈尔滨市第二机床研究所', 'unknown', undefined],
  ])('%s is %s by %s', (name, status, method) => {
    const [found] = link({ preferredOrganizations: [name] });
    expect([found!.status, found!.method]).toEqual([status, method]);
  });

  it('come with what is similar where nothing is linked', () => {
    const [found] = link({ preferredOrganizations: ['沈阳农业大学'] });
    expect(found!.candidates.map(({ entry, similarity }) => [entry.name, similarity.toFixed(3)])).toEqual([
      ['沈阳工业大学', '0.911'],
    ]);
    expect(link({ preferredOrganizations: ['沈阳农业大学'] }, { suggestions: 0 })[0]!.candidates).toEqual([]);
    expect(link({ preferredOrganizations: ['沈阳农业大学'] }, { threshold: 0.9 })[0]!.status).toBe('linked');
  });

  it('meet in traditional characters with a simplifier', async () => {
    const entries = [unit('辽河工业大学'), person('陈东', '辽河工业大学')];
    const folding = createDirectory(entries, { simplifier: await openccSimplifier() });
    const demand = {
      id: 'd',
      title: '',
      preferredOrganizations: ['遼河工業大學'],
      problem: '想請遼河工業大學陳東指導',
    };
    expect(linkNames(demand, folding).map(({ status, entry, text }) => [status, entry?.name, text])).toEqual([
      ['linked', '辽河工业大学', '遼河工業大學'],
      ['linked', '陈东', '遼河工業大學陳東'],
    ]);
  });
});

describe('mentions in texts', () => {
  it.each([
    ['想请李娜教授来厂', [['李娜', 'linked', 'name', '李娜@沈阳工业大学']]],
    ['想请王伟老师来厂', [['王伟', 'ambiguous', undefined, undefined]]],
    ['辽河工业大学的王伟做过', [['王伟', 'linked', 'name', '王伟@辽河工业大学']]],
    ['联合沈工大攻关', [['沈工大', 'linked', 'alias', '沈阳工业大学']]],
    // Without title or organisation a name may be part of a word.
    ['李娜说过，丽李娜娜', []],
    // Two characters are parts of too many words.
    ['山东工大集团', []],
    ['某位教授、专家团队', []],
  ])('%s', (problem, expected) => {
    expect(told({ problem })).toEqual(expected);
  });

  it('do not count the demander, and not whom the firm works with already', () => {
    const demand = {
      organization: '沈阳北方重型装备制造有限公司',
      problem: '沈阳北方重型装备制造股份有限公司的轴承损坏',
      existingConditions: '与沈阳工业大学合作',
    };
    expect(told(demand)).toEqual([]);
    expect(told({ organization: '沈阳工业大学', problem: '沈工大的中试线' })).toEqual([]);
  });

  it('are linked once, lists before texts', () => {
    const found = link({
      preferredExperts: ['李娜'],
      title: '李娜教授的涂层',
      problem: '李娜教授、沈工大、沈阳工业大学',
    });
    expect(found.map(({ field, name }) => [field, name])).toEqual([
      ['preferredExperts[0]', '李娜'],
      ['problem', '沈工大'],
    ]);
  });

  it('point at the text as it was given', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '沈阳工业大学',
            '沈　阳工业大学',
            '李娜',
            '教授',
            '，',
            '<b>',
            'ａ',
            '\ud800',
            '的',
          ),
          { maxLength: 8 },
        ),
        (pieces) => {
          const problem = pieces.join('');
          for (const { text, start, end, field } of link({ problem })) {
            expect(field).toBe('problem');
            expect(problem.slice(start, end)).toBe(text);
          }
        },
      ),
    );
  });
});

describe('linkNames, for any names', () => {
  const names = fc.array(
    fc.constantFrom('王伟', '李娜', '李丽', '赵云', '工大', '沈工大', '沈阳工业大学', ''),
    { maxLength: 5 },
  );

  it('links only what one entry alone stands for, and tells every different name', () => {
    fc.assert(
      fc.property(names, names, (preferredExperts, preferredOrganizations) => {
        const links = link({ preferredExperts, preferredOrganizations });
        for (const { status, entry, candidates, similarity } of links) {
          expect(status === 'linked').toBe(entry !== undefined);
          if (status === 'ambiguous') expect(candidates.length).toBeGreaterThan(0);
          if (status === 'linked') expect(similarity).toBeGreaterThanOrEqual(0.95);
        }
        const linked = links.flatMap(({ entry }) => entry?.id ?? []);
        expect(new Set(linked).size).toBe(linked.length);
        // Which 王伟 is meant, only one organisation that is one can tell.
        const isTold =
          [...preferredExperts, ...preferredOrganizations].some((name) => name.startsWith('沈')) &&
          !preferredOrganizations.includes('工大');
        const open = isTold ? ['李丽'] : ['王伟', '李丽'];
        const given = new Set<string>(preferredExperts.filter((name) => open.includes(name)));
        expect(
          links.filter(
            ({ kind, status, name }) => kind === 'person' && status !== 'linked' && given.has(name),
          ).length,
        ).toBe(given.size);
      }),
    );
  });
});

describe('recommendExperts', () => {
  it('puts those named by the demand first, then the best of the organisations it names, then others', () => {
    const options = { limit: 2, perOrganization: 2 };
    const { pinned, alternates, links, absent } = recommendExperts(
      demandOf('ND01'),
      matcher,
      directory,
      options,
    );
    expect(links.length).toBe(5);
    expect(absent).toEqual([]);
    expect(pinned.map(({ rank, name, link: by }) => [rank, name, by.name])).toEqual([
      [1, '覃砚舟', '覃砚舟'],
      // Repairs blades; then the one who drills their cooling holes.
      [2, '叶归尘', '白塔动力机械研究所'],
      [3, '赫连嵩', '白塔动力机械研究所'],
      // Studies thermal shock; then the one who keeps blades of wind turbines free of ice.
      [4, '戚若衡', '辽河工大'],
      [5, '牧仁川', '辽河工大'],
    ]);
    expect(alternates.map(({ rank, name, organization }) => [rank, name, organization])).toEqual([
      // An inventor of the patent against sand.
      [6, '宓辰光', '浑河特种材料研究所'],
      // The other 戚若衡: who is meant by A005 is open.
      [7, '戚若衡', '浑河特种材料研究所'],
    ]);
  });

  it('is the ranking of all experts where nobody is named', () => {
    const demand = demandOf('D055');
    const { pinned, alternates } = recommendExperts(demand, matcher, directory);
    expect(pinned).toEqual([]);
    expect(alternates).toEqual(rankExperts(demand, matcher));
  });

  it('honours a name without a shared word', () => {
    const demand = { id: 'd', title: '钢琴音板云杉', preferredExperts: ['南荣果'] };
    const [named] = recommendExperts(demand, matcher, directory).pinned;
    expect(named).toMatchObject({
      rank: 1,
      name: '南荣果',
      score: 0,
      evidence: [],
      recordIds: ['A093', 'A113'],
    });
    expect(named!.reason.zh).toContain('点名');
  });

  it('keeps filters for named people, and says who is not shown', () => {
    const demand = demandOf('D004');
    const elsewhere = recommendExperts(demand, matcher, directory, { filter: { regions: ['3702'] } });
    expect(elsewhere.pinned).toEqual([]);
    expect(elsewhere.absent.map(({ name }) => name)).toEqual(['覃砚舟']);
    const none = recommendExperts(demand, matcher, directory, { filter: { where: () => false } });
    expect([none.pinned, none.alternates]).toEqual([[], []]);
    const stranger = createDirectory([person('李娜')]);
    const { absent } = recommendExperts(
      { id: 'd', title: '', preferredExperts: ['李娜'] },
      matcher,
      stranger,
    );
    expect(absent.map(({ name }) => name)).toEqual(['李娜']);
  });

  it('shows nobody twice, keeps its limits, and numbers all in one row', () => {
    const wishes = fc.array(fc.constantFrom('覃砚舟', '南荣果', '解望之', '佟永澈', '无名'), {
      maxLength: 3,
    });
    const units = fc.array(fc.constantFrom('辽河工业大学', '浑河特材所', '白塔动力机械研究所', '无名所'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...demands),
        wishes,
        units,
        fc.nat(4),
        fc.nat(3),
        (demand, preferredExperts, preferredOrganizations, limit, perOrganization) => {
          const asked = { ...demand, preferredExperts, preferredOrganizations };
          const { pinned, alternates, links, absent } = recommendExperts(asked, matcher, directory, {
            limit,
            perOrganization,
          });
          const all = [...pinned, ...alternates];
          expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
          expect(all.map(({ rank }) => rank)).toEqual(all.map((_, i) => i + 1));
          expect(alternates.length).toBeLessThanOrEqual(limit);
          const people = links.flatMap(({ entry }) => (entry?.kind === 'person' ? [entry.id] : []));
          expect(pinned.slice(0, people.length).map(({ id }) => id)).toEqual(people);
          const shown = new Set(pinned.map(({ link: by }) => by.entry!.id));
          for (const { entry } of absent) expect(shown.has(entry!.id)).toBe(false);
          for (const { entry } of links) {
            if (entry?.kind !== 'organization') continue;
            const ofUnit = pinned.filter(({ link: by }) => by.entry!.id === entry.id);
            expect(ofUnit.length).toBeLessThanOrEqual(perOrganization);
          }
          // Alternates are the best of all who are not pinned.
          const taken = new Set(pinned.map(({ id }) => id));
          const rest = rankExperts(asked, matcher, { limit: limit + taken.size }).filter(
            ({ id }) => !taken.has(id),
          );
          expect(alternates.map(({ id }) => id)).toEqual(rest.slice(0, limit).map(({ id }) => id));
        },
      ),
    );
  });
});

describe('called badly', () => {
  it('createDirectory names every bad entry', async () => {
    const bad = [
      { id: 'a', kind: 'firm', name: ' ' },
      { id: 'b', kind: 'person', name: '王伟', aliases: [''] },
      { id: 'b', kind: 'person', name: '王伟', organization: 1 },
    ] as never;
    expect(await badPathsOf(() => createDirectory(bad))).toEqual([
      'kind',
      'name',
      'aliases[0]',
      'organization',
      'id',
    ]);
    expect(await badPathsOf(() => createDirectory([], { simplifier: {} } as never))).toEqual(['simplifier']);
  });

  it('linkNames names every bad option and refuses a bad demand', async () => {
    const options = { threshold: 2, suggestFrom: -1, suggestions: 0.5 };
    expect(await badPathsOf(() => link({}, options))).toEqual(['threshold', 'suggestFrom', 'suggestions']);
    expect(await badPathsOf(() => linkNames({ id: '' } as never, small))).toEqual(['id', 'title']);
  });

  it('recommendExperts names every bad option, its own and those of match', async () => {
    const options = { threshold: 2, perOrganization: -1, limit: -1, minScore: 3 };
    expect(
      (await badPathsOf(() => recommendExperts({ id: 'd', title: '' }, matcher, small, options))).sort(),
    ).toEqual(['limit', 'minScore', 'perOrganization', 'threshold']);
  });

  it('take odd values: no names, empty ones, names of prototypes', () => {
    const odd = createDirectory([person('constructor', '__proto__'), unit('__proto__')]);
    const demand = {
      id: 'd',
      title: '',
      preferredExperts: [{}, '', 'constructor'],
      preferredOrganizations: ['__proto__'],
    };
    expect(linkNames(demand, odd).map(({ status, entry }) => [status, entry?.name])).toEqual([
      ['unknown', undefined],
      ['linked', 'constructor'],
      ['linked', '__proto__'],
    ]);
    expect(linkNames(demand, createDirectory([])).every(({ status }) => status === 'unknown')).toBe(true);
  });

  it('change nothing that they are handed', () => {
    const demand = demandOf('ND01');
    const before = JSON.stringify(demand);
    recommendExperts(demand, matcher, directory);
    expect(JSON.stringify(demand)).toBe(before);
  });
});

describe('the labels', () => {
  it('name every code in both languages', () => {
    expect(Object.keys(LINK_STATUS_LABELS)).toEqual(['linked', 'ambiguous', 'unknown']);
    expect(Object.keys(LINK_METHOD_LABELS)).toEqual(['name', 'alias', 'similarity']);
  });
});
