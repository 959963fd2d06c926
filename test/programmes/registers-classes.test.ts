import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import {
  applyPolicies,
  type ClassPolicy,
  type ClassTarget,
  countClasses,
  defineRegions,
  type PublishOptions,
  publishRegisters,
  type RegisterInput,
  type RegisterSnapshot,
  rows,
  tagRecords,
} from 'cuohe/programmes';
import { CLASS_TARGETS } from 'cuohe/programmes/registers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SUPPLY_CLASS_LABELS,
  SUPPLY_CLASSES,
  supplyClassOf,
} from '../../src/programmes/registers/classes.ts';
import {
  MEASURE_LABELS,
  MEASURES,
  POLICY_TEST_LABELS,
  POLICY_TESTS,
} from '../../src/programmes/registers/policies.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const classOf = (supplyClass: unknown, more = {}) =>
  supplyClassOf({ id: 'a', title: '', supplyClass, ...more });

describe('supplyClassOf', () => {
  it('reads codes and the names of the three classes', () => {
    for (const code of SUPPLY_CLASSES) {
      expect(classOf(code)).toBe(code);
      expect(classOf(SUPPLY_CLASS_LABELS[code].zh)).toBe(code);
      expect(classOf(` “${SUPPLY_CLASS_LABELS[code].zh}” `)).toBe(code);
    }
  });

  it('takes demands for enterprise demands, and gives none where it is not told', () => {
    expect(classOf(undefined, { kind: 'demand' })).toBe('enterprise-demand');
    expect(classOf('产业创新', { kind: 'demand' })).toBe('industrial-innovation');
    expect(
      ['其他', '', 3, undefined, '自主创新重大成果、企业需求技术成果'].map((value) => classOf(value)),
    ).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('policies on the sample', () => {
  it('fill the table of three classes and four measures, each by the host’s rules', async () => {
    const classes = new Map(
      read<{ id: string; supplyClass: string }>('programmes/supply-classes').map((line) => [
        line.id,
        line.supplyClass,
      ]),
    );
    const records = read<AchievementInput>('achievements').map((record) => ({
      ...record,
      supplyClass: classes.get(String(record.id)),
    }));
    const tagged = await tagRecords(records, 'achievement', createMatcher([]));
    const {
      table,
      records: results,
      unclassified,
    } = applyPolicies(tagged, read<ClassPolicy>('programmes/class-policies'));
    expect(table.map(({ supplyClass, records: ids }) => [supplyClass, ids.length])).toEqual([
      ['major-innovation', 8],
      ['industrial-innovation', 15],
      ['enterprise-demand', 9],
    ]);
    expect(unclassified).toHaveLength(130 - 32);
    const cell = (row: number, measure: string) => table[row]!.cells.find((one) => one.measure === measure)!;
    // A086, a drug candidate at the proof of concept, is the only major one that early.
    expect(cell(0, 'pilot-platforms')).toMatchObject({ policies: ['政策2'], records: ['A086'] });
    expect(cell(0, 'events')).toEqual({ measure: 'events', policies: [], records: [], unknown: [] });
    // A006 is ready for use: the case by case support is open to it, the proof of concept is not.
    const drilled = results.find(({ id }) => id === 'A006')!;
    expect(drilled.policies.map(({ policyId, status, failed }) => [policyId, status, failed])).toEqual([
      ['政策1', 'met', []],
      ['政策2', 'failed', ['trl']],
      ['政策3', 'met', []],
    ]);
    expect(drilled.policies[1]!.reason.zh).toBe('不适用“专利申请前评估与概念验证”：成熟度不符。');
  });
});

const policy = (more: Partial<ClassPolicy> = {}): ClassPolicy => ({
  id: 'p',
  title: { zh: '补助', en: 'Grant' },
  supplyClass: 'industrial-innovation',
  measure: 'market',
  ...more,
});
const resultOf = (
  rule: Partial<ClassPolicy>,
  record: Partial<AchievementInput>,
  ...options: [] | [Parameters<typeof applyPolicies>[2]]
) => {
  const supply = { id: 'a', title: '', supplyClass: 'industrial-innovation', ...record };
  return applyPolicies([supply], [policy(rule)], ...options).records[0]!.policies[0]!;
};

describe('applyPolicies', () => {
  const rule: Partial<ClassPolicy> = { kinds: ['patent'], trl: [4, 6], chains: ['T1'], regions: ['2101'] };
  const good = { kind: 'patent', stage: '中试', chains: ['T2', 'T1'], regionCode: '210112' } as const;

  it('asks for what a policy names', () => {
    const failedOf = (rules: Partial<ClassPolicy>, record: Partial<AchievementInput>) =>
      resultOf(rules, record).failed;
    expect(resultOf(rule, good)).toMatchObject({ status: 'met', failed: [], unknown: [] });
    expect(failedOf(rule, { ...good, stage: '量产' })).toEqual(['trl']);
    expect(failedOf(rule, { ...good, chains: ['T2'] })).toEqual(['chains']);
    expect(failedOf(rule, { ...good, regionCode: '210200' })).toEqual(['regions']);
    expect(resultOf({ regions: ['高新区'] }, { regionCode: '高新区' }).status).toBe('met');
    expect(resultOf({}, {}).status).toBe('met');
  });

  it('neither grants nor refuses what the record does not tell', () => {
    const silent = resultOf(rule, { kind: 'patent' });
    expect(silent).toMatchObject({ status: 'unknown', failed: [], unknown: ['trl', 'chains', 'regions'] });
    expect(silent.reason).toEqual({
      zh: '是否适用“补助”待核实：成熟度、产业链、地区未写明或不足以判断。',
      en: 'Whether “Grant” applies is to be checked: the record does not tell enough of its maturity, chain, region.',
    });
    // What fails decides, and is what is told.
    const other = resultOf(rule, {});
    expect(other).toMatchObject({ status: 'failed', failed: ['kinds'] });
    expect(other.reason.zh).toBe('不适用“补助”：资源类型不符。');
    // A city is too wide for a rule of one of its districts; no tagger found a chain; nobody reads the stage.
    expect(resultOf({ regions: ['210112'] }, { regionCode: '210100' }).unknown).toEqual(['regions']);
    expect(resultOf({ chains: ['T1'] }, { chains: [] }).unknown).toEqual(['chains']);
    expect(resultOf({ trl: [4, 6] }, { stage: '面谈' }).unknown).toEqual(['trl']);
  });

  it('counts who is to be checked beside who is helped', () => {
    const supply = [{ trl: 5 }, {}, { trl: 9 }].map((record, i) => ({ id: `a${i}`, title: '', ...record }));
    const classed = supply.map((record) => ({ ...record, supplyClass: 'industrial-innovation' }));
    const cell = (policies: ClassPolicy[]) => applyPolicies(classed, policies).table[1]!.cells[0]!;
    expect(cell([policy({ trl: [4, 6] })])).toMatchObject({ records: ['a0'], unknown: ['a1'] });
    // One that applies is enough.
    const both = cell([policy({ trl: [4, 6] }), policy({ id: 'q' })]);
    expect(both).toMatchObject({ records: ['a0', 'a1', 'a2'], unknown: [] });
    const tables = rows(applyPolicies(classed, [policy({ trl: [4, 6] })]), 'zh');
    expect(tables[1]!.rows.map((row) => row.slice(4, 7))).toEqual([
      ['符合', undefined, undefined],
      ['待核实', undefined, '成熟度'],
      ['不符合', '成熟度', undefined],
    ]);
  });

  it('knows the zones and circles of the host', () => {
    const regions = defineRegions({ areas: [{ id: '沈阳都市圈', members: ['2101', '2104'] }] });
    const ask = (regionCode: string) =>
      resultOf({ regions: ['沈阳都市圈'] }, { regionCode }, { regions }).status;
    expect(['210404', '210200', '沈阳', '210000'].map(ask)).toEqual(['met', 'failed', 'met', 'unknown']);
    expect(resultOf({ regions: ['沈阳都市圈'] }, { regionCode: '210404' }).status).toBe('unknown');
  });

  it('applies policies of the record’s own class only, and loses no record', () => {
    const records = fc.array(fc.constantFrom(...SUPPLY_CLASSES, undefined), { maxLength: 8 });
    const policies = fc.array(fc.tuple(fc.constantFrom(...SUPPLY_CLASSES), fc.constantFrom(...MEASURES)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(records, policies, (classes, rules) => {
        const supply = classes.map((supplyClass, i) => ({ id: `a${i}`, title: '', supplyClass }));
        const all = rules.map(([supplyClass, measure], i) => policy({ id: `p${i}`, supplyClass, measure }));
        const { table, records: results, unclassified } = applyPolicies(supply, all);
        const spread = [...table.flatMap(({ records: ids }) => ids), ...unclassified];
        expect(spread.sort()).toEqual(supply.map(({ id }) => id).sort());
        for (const result of results) {
          const own = all.filter(({ supplyClass }) => supplyClass === result.supplyClass);
          expect(result.policies.map(({ policyId }) => policyId)).toEqual(own.map(({ id }) => id));
        }
        expect(table.flatMap(({ cells }) => cells.flatMap((cell) => cell.policies)).sort()).toEqual(
          all.map(({ id }) => id).sort(),
        );
        expect(table.every(({ cells }) => cells.length === MEASURES.length)).toBe(true);
      }),
    );
  });

  it('names every bad record and policy', async () => {
    const records = [{ id: 'a' }] as unknown as AchievementInput[];
    const policies = [
      policy({ trl: [5, 3] }),
      policy({ supplyClass: 'big' as 'enterprise-demand', measure: 'money' as 'market' }),
    ];
    expect(await badPathsOf(() => applyPolicies(records, policies))).toEqual([
      'title',
      'trl',
      'supplyClass',
      'measure',
      'id',
    ]);
  });

  it('has labels for measures and conditions', () => {
    expect(Object.keys(MEASURE_LABELS)).toEqual([...MEASURES]);
    expect(Object.keys(POLICY_TEST_LABELS)).toEqual([...POLICY_TESTS]);
  });
});

const publish = (input: Partial<RegisterInput>, asOf: string, options: Partial<PublishOptions> = {}) =>
  publishRegisters({ achievements: [], projects: [], problems: [], ...input }, { asOf, ...options }).snapshot;
const major = (id: string): AchievementInput & { readonly supplyClass: string } => ({
  id,
  title: '',
  supplyClass: 'major-innovation',
});

describe('countClasses', () => {
  it('counts by the targets of the plan: major achievements, industrial projects, linked demands', () => {
    const snapshot = publish(
      {
        achievements: [major('a1'), major('a2'), { id: 'a3', title: '' }],
        projects: [{ id: 'p1', title: '', supplyClass: '产业科技创新成果' }, major('p2')],
        problems: [
          { id: 'd1', title: '' },
          { id: 'd2', title: '' },
        ],
        links: [{ achievement: 'a3', problem: 'd2' }],
      },
      '2026-05-01',
    );
    expect(
      countClasses(snapshot, { year: 2026 }).map(({ supplyClass, register, target, count, missing, ids }) => [
        supplyClass,
        register,
        target,
        count,
        missing,
        ids,
      ]),
    ).toEqual([
      ['major-innovation', 'achievements', 10, 2, 8, ['a1', 'a2']],
      ['industrial-innovation', 'projects', 100, 1, 99, ['p1']],
      // d1 has no link.
      ['enterprise-demand', 'problems', 1000, 1, 999, ['d2']],
    ]);
  });

  it('counts a row once, in the year in which it first met the target, and still when it is gone', () => {
    const first = publish({ achievements: [major('a'), major('b')] }, '2026-12-01');
    const second = publish({ achievements: [major('b'), major('c')], previous: first }, '2027-01-10');
    const ids = (snapshot: RegisterSnapshot, year: number) => countClasses(snapshot, { year })[0]!.ids;
    expect([ids(second, 2026), ids(second, 2027), ids(second, 2025)]).toEqual([['a', 'b'], ['c'], []]);
  });

  it('never counts down within a year, and counts nothing twice', () => {
    const stocks = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(stocks, (list) => {
        let previous: RegisterSnapshot | undefined;
        const seen = new Set<string>();
        for (const [month, ids] of list.entries()) {
          const snapshot = publish(
            { achievements: ids.map(major), ...(previous && { previous }) },
            `2026-0${month + 1}-01`,
          );
          for (const id of ids) seen.add(id);
          expect(countClasses(snapshot, { year: 2026 })[0]!.ids.toSorted()).toEqual([...seen].sort());
          previous = snapshot;
        }
      }),
    );
  });

  it('takes targets of the host, 0 included', () => {
    const targets: ClassTarget[] = [
      { supplyClass: 'enterprise-demand', register: 'problems', perYear: 2 },
      { supplyClass: 'enterprise-demand', register: 'achievements', perYear: 0 },
    ];
    const snapshot = publish({ problems: [{ id: 'd', title: '' }] as DemandInput[] }, '2026-05-01', {
      targets,
    });
    expect(
      countClasses(snapshot, { year: 2026, targets }).map(({ count, share, missing }) => [
        count,
        share,
        missing,
      ]),
    ).toEqual([
      [1, 0.5, 1],
      [0, 1, 0],
    ]);
    expect(CLASS_TARGETS.map(({ perYear }) => perYear)).toEqual([10, 100, 1000]);
  });

  it('names a bad snapshot and bad options', async () => {
    const snapshot = publish({}, '2026-05-01');
    const twice = [CLASS_TARGETS[0]!, CLASS_TARGETS[0]!];
    expect(await badPathsOf(() => countClasses(snapshot, { year: 26, targets: twice }))).toEqual([
      'year',
      'targets',
    ]);
    const damaged = { ...snapshot, problems: [{}] } as unknown as RegisterSnapshot;
    expect(await badPathsOf(() => countClasses(damaged, { year: 2026 }))).toContain('title');
  });
});
