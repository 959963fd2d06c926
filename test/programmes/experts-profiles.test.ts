import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput, openMatcher } from 'cuohe';
import { buildExpertProfiles, type ExpertProfile, rankExperts } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const sample = [...read<AchievementInput>('achievements'), ...read<AchievementInput>('programmes/experts')];
const demands = [...read<DemandInput>('demands'), ...read<DemandInput>('programmes/named-demands')];
const built = await buildExpertProfiles(sample);
const matcher = createMatcher(built.profiles);
const profileOf = (name: string, organization: string) =>
  built.profiles.find((profile) => profile.name === name && profile.organization === organization)!;
const build = async (...records: object[]) =>
  (
    await buildExpertProfiles(
      records.map((record, i) => ({ id: `r${i}`, title: '涂层', ...record }) as AchievementInput),
    )
  ).profiles;
const whoIs = ({ name, organization, recordIds }: ExpertProfile) => [name, organization, recordIds.join()];

type Named = AchievementInput & { readonly inventors?: unknown };

describe('buildExpertProfiles on the sample', () => {
  it('puts results, patents and the own record of a person together', () => {
    expect(profileOf('覃砚舟', '浑河特种材料研究所')).toMatchObject({
      kind: 'expert',
      professionalTitle: '研究员',
      recordIds: ['A005', 'A112', 'E004'],
      title:
        '航空发动机涡轮叶片热障涂层材料与制备技术；高温防护涂层；一种抗沙尘侵蚀的双层热障涂层及其制备方法',
      regionCode: '210102',
    });
  });

  it('keeps the same name at two organisations apart, and says so', () => {
    expect(built.namesakes).toEqual([
      // A001 and A017 are of one university; E001 is of another.
      ['expert:佟永澈@辽河工业大学', 'expert:佟永澈@东陵理工大学'],
      // A005 is led by the institute; the professor's own record names the university.
      ['expert:戚若衡@浑河特种材料研究所', 'expert:戚若衡@辽河工业大学'],
    ]);
  });

  it('takes the own organisation of a person before the one that leads the record', () => {
    expect(profileOf('郗明恺', '辽河工业大学').recordIds).toEqual(['A013', 'E005']);
    expect(profileOf('黎晚舟', '沈北智能装备有限公司').recordIds).toEqual(['E005']);
  });

  it('reports what it cannot read as a person, and what it must not show', () => {
    expect(built.unread).toEqual([{ recordId: 'E006', text: '古建筑彩画保护修复组' }]);
    expect(built.withheld).toBe(3);
  });

  it('holds no telephone, address or particulars of the records', () => {
    const all = JSON.stringify(built);
    for (const secret of ['13900000000', 'example.invalid', '民族', '手机', '1970年', '男，']) {
      expect(JSON.stringify(sample)).toContain(secret);
      expect(all).not.toContain(secret);
    }
    expect(profileOf('佟永澈', '东陵理工大学').abstract).toContain('为多家供电单位做过定值校核');
  });

  it('gives records that a matcher takes as they are, from a saved index too', () => {
    const opened = openMatcher(matcher.save());
    const demand = demands.find(({ id }) => id === 'D004')!;
    expect(rankExperts(demand, opened)).toEqual(rankExperts(demand, matcher));
  });
});

describe('rankExperts on the sample', () => {
  const rank = (id: string, limit = 1) =>
    rankExperts(demands.find((item) => item.id === id)!, matcher, { limit });

  it.each([
    // The firm asks for him by name; he wins by his records as well.
    ['D004', '覃砚舟', 'A005'],
    ['D050', '南荣果', 'A093'],
    // Made the spindle compensation, the fault prediction and the transformer diagnosis that are asked for.
    ['D013', '糜知远', 'A024'],
    ['D010', '解望之', 'A017'],
    ['D027', '皇甫聆', 'A130'],
    // Nobody has a finished result for net cages; an expert works on them.
    ['D055', '邬听雨', 'E003'],
  ])('%s: %s comes first, with the record %s', (id, name, recordId) => {
    const [best] = rank(id);
    expect(best!.name).toBe(name);
    expect(best!.evidence[0]!.recordId).toBe(recordId);
  });

  it('shows the words of each record that answer the demand, synonyms included', () => {
    const [best] = rank('D004');
    expect(best!.recordIds).toEqual(['A005', 'A112', 'E004']);
    const words = new Map(best!.evidence.map((item) => [item.recordId, item.phrases]));
    // The demand says 隔热涂层 and TBC.
    for (const id of best!.recordIds) expect(words.get(id)).toContain('热障涂层');
    expect(words.get('E004')).toContain('抗沙尘');
    expect(words.get('A005')).not.toContain('抗沙尘');
  });

  it('gives score, phrases and reason of the matcher, in the order of strength', () => {
    const demand = demands.find(({ id }) => id === 'D003')!;
    const { matches } = matcher.match(demand, { limit: 20 });
    const hits = rankExperts(demand, matcher, { limit: 4, minScore: 0 });
    for (const { id, score, phrases, reason } of hits) {
      const match = matches.find((one) => one.id === id)!;
      expect([score, phrases, reason]).toEqual([match.score, match.phrases, match.reason]);
    }
    const strengths = hits.map(({ strength }) => strength);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(hits.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  });

  it('ranks experts only, and takes an expert without a profile as he is', () => {
    const mixed = createMatcher([...read<AchievementInput>('achievements'), ...built.profiles.slice(0, 3)]);
    const hits = rankExperts(demands.find(({ id }) => id === 'D004')!, mixed, { limit: 20 });
    expect(hits.every(({ id }) => mixed.record(mixed.indexOf(id)).kind === 'expert')).toBe(true);
    expect(hits.find(({ id }) => id === 'A112')).toMatchObject({
      name: '覃砚舟 研究员 高温防护涂层',
      organization: '浑河特种材料研究所',
      recordIds: ['A112'],
    });
    expect(hits.find(({ id }) => id === 'A112')!.evidence.map(({ recordId }) => recordId)).toEqual(['A112']);
  });

  it('has no phrases and no evidence without explanations', () => {
    const [best] = rankExperts(demands[3]!, matcher, { explain: false });
    expect([best!.phrases, best!.evidence]).toEqual([[], []]);
  });
});

describe('who is who', () => {
  it('folds spellings of names and organisations', async () => {
    const profiles = await build(
      { completers: ['王 伟教授', '阿依慕·买买提'], organization: '沈阳甲乙有限公司' },
      { completers: ['王伟', '阿依慕•买买提'], organization: '沈阳 甲乙' },
      { inventors: [{ name: '王伟', affiliation: '沈阳甲乙' }], organization: '丙大学' },
    );
    expect(profiles.map(whoIs)).toEqual([
      // Three spellings once each: the first by UTF-16 units is shown.
      ['王伟', '沈阳 甲乙', 'r0,r1,r2'],
      ['阿依慕·买买提', '沈阳 甲乙', 'r0,r1'],
    ]);
    expect(profiles[0]!.professionalTitle).toBe('教授');
  });

  it('keeps names without an organisation apart, record by record', async () => {
    const found = await buildExpertProfiles([
      { id: 'a', title: '', completers: ['王伟'] },
      { id: 'b', title: '', completers: ['王伟'] },
    ]);
    expect(found.profiles.map(({ recordIds }) => recordIds)).toEqual([['a'], ['b']]);
    expect(found.namesakes.length).toBe(1);
  });

  it('reads lists in one text, and counts a record once for a person', async () => {
    const profiles = await build({
      completers: ['王伟、李 娜；赵云等', 'Li Wei'],
      inventors: '王伟',
      organization: { name: '甲所', regionCode: '210100' },
    });
    expect(profiles.map(({ name }) => name)).toEqual(['王伟', '李娜', '赵云', 'Li Wei']);
    expect(profiles[0]!.recordIds).toEqual(['r0']);
    expect(profiles[0]!.regionCode).toBe('210100');
  });

  it('reads other fields where the host says so', async () => {
    const records = [{ id: 'a', title: '', 发明人: ['王伟'], completers: ['李娜'], organization: '甲所' }];
    const { profiles } = await buildExpertProfiles(records, { personFields: ['发明人'] });
    expect(profiles.map(({ name }) => name)).toEqual(['王伟']);
  });

  it.each([
    ['王伟教授级高级工程师 焊接', '王伟', '教授级高级工程师', '焊接'],
    ['欧阳 副研究员：焊接与切割', '欧阳', '副研究员', '焊接与切割'],
    ['阿依慕·买买提 教授 番茄育种', '阿依慕·买买提', '教授', '番茄育种'],
    ['王伟', '王伟', undefined, ''],
  ])('reads the title of an own record: %s', async (title, name, professionalTitle, topic) => {
    const [profile] = await build({ kind: 'expert', title });
    expect([profile!.name, profile!.professionalTitle, profile!.title]).toEqual([
      name,
      professionalTitle,
      topic,
    ]);
  });

  it.each(['焊接技术与装备 方向', '王', '王教授', '专家', '1', '', '辽河工业大学'])(
    'does not take for a person: %s',
    async (name) => {
      const { profiles, unread } = await buildExpertProfiles([
        { id: 'a', title: '', completers: [{ name }] },
        { id: 'b', title: name, kind: 'expert' },
      ]);
      expect(profiles).toEqual([]);
      expect(unread).toEqual([
        { recordId: 'a', text: name },
        { recordId: 'b', text: name },
      ]);
    },
  );
});

describe('a profile', () => {
  it('takes host chains only where every record has them', async () => {
    const [both] = await build(
      { completers: ['王伟'], organization: '甲所', chains: [{ code: 'SY01', confidence: 0.4 }, 'SY02'] },
      { completers: ['王伟'], organization: '甲所', chains: ['SY01'] },
    );
    expect(both!.chains).toEqual([
      { code: 'SY01', confidence: 1 },
      { code: 'SY02', confidence: 1 },
    ]);
    const [one] = await build(
      { completers: ['王伟'], organization: '甲所', chains: ['SY01'] },
      { completers: ['王伟'], organization: '甲所' },
    );
    expect(one!.chains).toBeUndefined();
  });

  it('is as secret as its records, and leaves records above the clearance out', async () => {
    const records = ['公开', '内部', '秘密'].map((secrecyLevel, i) => ({
      id: `r${i}`,
      title: '涂层',
      secrecyLevel,
      completers: ['王伟'],
      organization: '甲所',
    }));
    const inside = await buildExpertProfiles(records, { clearance: 'internal' });
    expect(inside.profiles[0]).toMatchObject({ recordIds: ['r0', 'r1'], secrecyLevel: 'internal' });
    expect(inside.withheld).toBe(1);
    expect((await buildExpertProfiles(records)).profiles[0]!.secrecyLevel).toBeUndefined();
  });
});

describe('buildExpertProfiles, for any records', () => {
  const person = fc.constantFrom('王伟', '李娜', '赵 云', '欧阳锋教授');
  const unit = fc.constantFrom('甲所', '乙大学', undefined);
  const secret = '13812345678';
  const words = fc
    .array(fc.constantFrom('热障涂层', '叶片', '轴承', `，电话：${secret}，`, secret, '，男，'), {
      maxLength: 5,
    })
    .map((pieces) => pieces.join('、'));
  const record = fc.record(
    {
      title: words,
      abstract: words,
      keyTechnology: words,
      keywords: fc.array(words, { maxLength: 2 }),
      completers: fc.array(
        fc.oneof(person, fc.record({ name: person, organization: unit, 电话: fc.constant(secret) })),
        { maxLength: 3 },
      ),
      inventors: fc.array(person, { maxLength: 2 }),
      organization: fc.option(fc.constantFrom('甲所', '乙大学', { name: '甲 所', 电话: secret }), {
        nil: undefined,
      }),
      transferModes: fc.array(fc.constantFrom('许可', `转让${secret}`), { maxLength: 2 }),
      身份证号: fc.constant('110101199003071234'),
    },
    { requiredKeys: ['title'] },
  );
  const records = fc
    .array(record, { maxLength: 8 })
    .map((list) => list.map((item, i) => ({ id: `r${i}`, ...item }) as Named));

  it('names every record under every person that it names, once, and no identifier', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (list) => {
        const { profiles, unread } = await buildExpertProfiles(list);
        const nameOf = (given: unknown) =>
          String((given as { name?: string }).name ?? given).replace(/教授|\s/g, '');
        const wanted = list.flatMap(({ id, completers, inventors }) => [
          ...new Set(
            [...(completers ?? []), ...((inventors ?? []) as string[])].map(
              (given) => `${id} ${nameOf(given)}`,
            ),
          ),
        ]);
        const told = profiles.flatMap(({ name, recordIds }) => recordIds.map((id) => `${id} ${name}`));
        expect([...new Set(told)].sort()).toEqual(wanted.sort());
        expect(unread).toEqual([]);
        for (const { recordIds } of profiles) expect(new Set(recordIds).size).toBe(recordIds.length);
        expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length);
        const all = JSON.stringify(profiles);
        expect(all).not.toMatch(/\d{7}|男|电话|身份证/);
      }),
      { numRuns: 200 },
    );
  });

  it('tells for every part of its texts from which record it comes', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (list) => {
        const { profiles } = await buildExpertProfiles(list);
        for (const profile of profiles) {
          expect(profile.evidence.map(({ recordId }) => recordId)).toEqual(profile.recordIds);
          for (const field of ['title', 'abstract', 'keywords'] as const) {
            const value = profile[field] ?? '';
            let covered = 0;
            for (const { parts } of profile.evidence) {
              const [from, to] = parts[field] ?? [0, 0];
              covered += to - from;
              expect(to).toBeLessThanOrEqual(value.length);
            }
            const separators =
              typeof value === 'string'
                ? Math.max(0, profile.evidence.filter(({ parts }) => parts[field]).length - 1)
                : 0;
            expect(covered + separators).toBe(value.length);
          }
          for (const { title, parts, sameAs, recordId } of profile.evidence) {
            if (sameAs !== undefined) {
              expect([profile.recordIds.includes(sameAs), sameAs === recordId, parts]).toEqual([
                true,
                false,
                {},
              ]);
              continue;
            }
            expect(profile.title.slice(...(parts.title ?? [0, 0]))).toBe(title);
          }
        }
      }),
    );
  });

  it('gives the same people for the records in another order', async () => {
    await fc.assert(
      fc.asyncProperty(
        records.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        async ([list, other]) => {
          const people = async (given: AchievementInput[]) =>
            (await buildExpertProfiles(given)).profiles
              .map(({ id, name, organization, recordIds }) => [
                id,
                name,
                organization,
                [...recordIds].sort().join(),
              ])
              .sort(([a], [b]) => (a! < b! ? -1 : 1));
          expect(await people(other)).toEqual(await people(list));
        },
      ),
    );
  });
});

describe('buildExpertProfiles, called badly or stopped', () => {
  it('names every bad record and option', async () => {
    const bad = [{ id: 'a' }, { id: 'b', title: '', completers: 7 }] as never;
    expect(await badPathsOf(() => buildExpertProfiles(bad))).toEqual(['title', 'completers']);
    const options = { personFields: [1], clearance: 'none', onProgress: 1, signal: {} } as never;
    expect(await badPathsOf(() => buildExpertProfiles([], options))).toEqual([
      'personFields[0]',
      'clearance',
      'onProgress',
      'signal',
    ]);
  });

  it('takes odd values where people should stand', async () => {
    const records = [
      { id: 'a', title: '', completers: [{}, { name: 1 }], inventors: 7, organization: '甲所' },
    ];
    const { profiles, unread } = await buildExpertProfiles(records);
    expect([profiles, unread.length]).toEqual([[], 3]);
  });

  it('keeps ids apart and short, whatever organisations are called', async () => {
    const profiles = await build(
      { completers: ['王伟'], organization: '__proto__' },
      { completers: ['王伟'], organization: '甲'.repeat(5000) },
      { completers: ['王伟'], organization: `${'甲'.repeat(5000)}乙` },
    );
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(3);
    expect(createMatcher(profiles).size).toBe(3);
  });

  it('changes nothing that it is handed, reports its end and stops with the reason of the signal', async () => {
    const before = JSON.stringify(sample);
    const seen: number[] = [];
    await buildExpertProfiles(sample, { onProgress: ({ done }) => seen.push(done) });
    expect(JSON.stringify(sample)).toBe(before);
    expect(seen.at(-1)).toBe(built.profiles.length);
    const stop = AbortSignal.abort(new Error('enough'));
    await expect(buildExpertProfiles(sample, { signal: stop })).rejects.toThrow('enough');
  });
});
