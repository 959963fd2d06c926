import { createMatcher } from 'cuohe';
import {
  type ChallengePerson,
  checkPersons,
  type EligibilityRule,
  rankChallengeUnits,
  rows,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../src/programmes/challenge/person-levels.ts';

const asOf = '2026-09-01';
const of = (person: Partial<ChallengePerson>, condition: EligibilityRule['person'], day = asOf) =>
  checkPersons([{ id: 'P1', ...person }], [{ id: 'R1', person: condition! }], { asOf: day })[0]!;
const statusOf = (...given: Parameters<typeof of>) => of(...given).eligibility;

describe('persons who would answer', () => {
  it('have an age on the day of the answer, in completed years', () => {
    const at40 = (born: string, day?: string) => statusOf({ born }, { age: { most: 40 } }, day);
    expect(at40('1986-09-01')).toBe('met'); // 40 today
    expect(at40('1985-09-02')).toBe('met'); // 41 tomorrow
    expect(at40('1985-09-01')).toBe('failed'); // 41 today
    expect(at40('1985-09-02', '2026-09-02')).toBe('failed');
    expect(statusOf({ born: '2008-09-02' }, { age: { least: 18, most: 40 } })).toBe('failed');
    expect(of({ born: '1985-09-01' }, { age: { most: 40 } }).checks[0]!.reason.zh).toBe(
      '2026-09-01为41周岁，要求不超过40周岁',
    );
  });

  it('are to be asked where a coarse birth date leaves the age open', () => {
    const at40 = (born: string) => statusOf({ born }, { age: { most: 40 } });
    expect([at40('1985'), at40('1986'), at40('1984')]).toEqual(['unknown', 'met', 'failed']);
    expect([at40('1985-09'), at40('1985-10'), at40('1985-08')]).toEqual(['unknown', 'met', 'failed']);
    const since = (born: string) => statusOf({ born }, { bornFrom: '1986-01-15' });
    expect([since('1986-01'), since('1986-02'), since('1986-01-14')]).toEqual(['unknown', 'met', 'failed']);
  });

  it('are never decided otherwise by a coarse birth date than by the day itself', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2010-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 18, max: 70 }), fc.boolean(), (born, years, isMost) => {
        const condition = { age: isMost ? { most: years } : { least: years } };
        const exact = statusOf({ born }, condition);
        for (const length of [4, 7]) {
          expect([exact, 'unknown']).toContain(statusOf({ born: born.slice(0, length) }, condition));
        }
      }),
    );
  });

  it('have a title and a degree of the level that is asked for, or one that is not understood', () => {
    const title = (professionalTitle: string) =>
      statusOf({ professionalTitle }, { professionalTitle: '副高级' });
    expect(['教授', '高级工程师', '讲师', '高级', '首席科学家'].map(title)).toEqual([
      'met',
      'met',
      'failed',
      'met',
      'unknown',
    ]);
    const degree = (text: string) => statusOf({ degree: text }, { degree: '博士' });
    expect(['工学博士', '硕士', '博士在读', '研究生'].map(degree)).toEqual([
      'met',
      'failed',
      'unknown',
      'unknown',
    ]);
    expect(of({ degree: '本科' }, { degree: '硕士及以上' }).checks[0]!.reason.zh).toBe(
      '学历学位为本科，要求硕士以上',
    );
    expect(() => of({}, { professionalTitle: '大咖' })).toThrow(/正高级/);
  });

  it('are asked for a nationality only where the host asks, and unknown where nothing is told', () => {
    expect(statusOf({}, {})).toBe('met');
    expect(statusOf({}, { nationalities: ['中国'] })).toBe('unknown');
    expect(statusOf({ nationality: '中国' }, { nationalities: ['中国'] })).toBe('met');
    expect(statusOf({ nationality: '德国' }, { nationalities: ['中国', '法国'] })).toBe('failed');
    const nothing = of({}, { age: { most: 45 }, professionalTitle: '正高', degree: '博士' });
    expect(nothing.checks.map((check) => check.status)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('answer in time and not for a unit that is excluded', () => {
    const rule = { id: 'R', until: '2026-08-31', excludes: ['某集团有限公司'] };
    const persons = [{ id: 'P1', organization: '某集团公司' }, { id: 'P2' }];
    expect(
      checkPersons(persons, [rule], { asOf }).map(({ checks }) => checks.map((one) => one.status)),
    ).toEqual([['failed', 'failed'], ['failed']]);
    expect(() => checkPersons(persons, [rule])).toThrow(/last day/);
    expect(() => checkPersons([], [{ id: 'R', person: { age: { most: 40 } } }])).toThrow(/an age/);
    expect(() => checkPersons([{ id: 'P', born: '1986-02-30' }], [])).toThrow(/1986-05-12/);
    expect(() => checkPersons([], [{ id: 'R', person: { ages: 3 } as never }])).toThrow(/person.age/);
  });

  it('stand for their unit in a challenge: one who fulfils the rule will do', () => {
    const supply = createMatcher(
      ['甲所', '乙所', '丙所', '丁所'].map((organization, i) => ({
        id: `A${i}`,
        title: '静电卡盘',
        organization,
      })),
    );
    const persons = [
      { id: 'P1', name: '王一', organization: '甲所', born: '1970-01-01', professionalTitle: '教授' },
      { id: 'P2', name: '李二', organization: '甲所', born: '1990-01-01', professionalTitle: '教授' },
      { id: 'P3', organization: '乙所', born: '1990', professionalTitle: '客座教授' },
      { id: 'P4', name: '赵四', organization: '丙所', born: '1960', professionalTitle: '教授' },
    ];
    const rules = [{ id: 'R1', person: { age: { most: 45 }, professionalTitle: '正高级' } }];
    const challenge = { id: 'J1', title: '静电卡盘' };
    const { units, ineligible } = rankChallengeUnits(supply, challenge, { asOf, rules, persons });
    expect([...units, ...ineligible].map(({ name, checks }) => [name, checks[0]!.reason.zh])).toEqual([
      ['甲所', '李二符合人员条件'],
      ['乙所', 'P3的人员条件待核实'],
      ['丁所', '未报项目负责人人选，人员条件待核实'],
      ['丙所', '所报1名人选均不符合，如赵四：2026-09-01为65～66周岁，要求不超过45周岁'],
    ]);
    expect(ineligible.length).toBe(1);
  });

  it('are tables', () => {
    const [persons, conditions] = rows([
      of({ name: '王一', born: '1990' }, { age: { most: 45 }, degree: '博士' }),
    ]);
    expect(persons!.rows).toEqual([['P1', '王一', undefined, '待核实']]);
    expect(conditions!.rows.length).toBe(2);
  });
});

describe('levels of titles and degrees', () => {
  const TITLES: Readonly<Record<string, number | undefined>> = {
    教授: 4,
    副教授: 3,
    讲师: 2,
    助教: 1,
    '研究员（二级）': 4,
    副研究员: 3,
    助理研究员: 2,
    正高级工程师: 4,
    高级工程师: 3,
    '高级工程师（教授级）': 4,
    研究员级高级工程师: 4,
    工程师: 2,
    助理工程师: 1,
    '副教授（硕导）': 3,
    '教授、博士生导师': 4,
    主任医师: 4,
    副主任医师: 3,
    高级农艺师: 3,
    中国工程院院士: 4,
    特聘研究员: undefined,
    客座教授: undefined,
    技术总监: undefined,
    拟评教授: undefined,
    无职称: undefined,
    软件工程师: undefined,
  };
  it.each(Object.entries(TITLES))('%s is of level %s', (wording, level) => {
    expect(levelsOf(wording, 'title')?.[0]).toBe(level);
  });

  const DEGREES: Readonly<Record<string, readonly number[] | undefined>> = {
    工学博士: [4, 4],
    博士研究生: [4, 4],
    博士后: [4, 4],
    'Ph.D': [4, 4],
    '硕士，博士在读': [3, 3],
    研究生: [3, 4],
    大学本科: [2, 2],
    大专: [1, 1],
    中专: [0, 0],
    在读博士: undefined,
    '博士（在读）': undefined,
    博士生导师: undefined,
    名誉博士: undefined,
    无学位: undefined,
  };
  it.each(Object.entries(DEGREES))('%s is of level %s', (wording, levels) => {
    expect(levelsOf(wording, 'degree')).toEqual(levels);
  });
});
