import { col, dayFact, facts, named, rounded, type Sheet, sheet, word } from '../common/sheets.ts';
import type { ChallengeConsortia } from './consortia.ts';
import { CHALLENGE_LABELS } from './labels.ts';
import type { PersonEligibility } from './persons.ts';

const number = <T extends { readonly number: number }>() =>
  col<T>('联合体', 'consortium', (item) => item.number);

/** Consortia, their members, who meets which target, and what nobody meets. */
export function consortiumSheets(found: ChallengeConsortia): Sheet[] {
  const all = found.consortia.map((one, i) => ({ number: i + 1, ...one }));
  const members = all.flatMap(({ number, members }) => members.map((member) => ({ number, ...member })));
  const met = all.flatMap(({ number, met }) =>
    met.flatMap(({ target, metBy }) => metBy.map((by) => ({ number, target, ...by }))),
  );
  return [
    sheet('联合体', 'consortia', all, [
      number(),
      col('单位', 'units', ({ members }) => members.map(({ name }) => name)),
      col('家数', 'number of units', ({ members }) => members.length),
      col('得分合计', 'sum of scores', ({ score }) => rounded(score)),
      col('达到指标', 'indicators met', ({ met }) => met.length),
      col('资格', 'eligibility', ({ eligibility }) => word(CHALLENGE_LABELS.status, eligibility)),
      col('说明', 'in words', ({ text }) => text),
    ]),
    sheet('成员', 'members', members, [
      number(),
      col('单位', 'unit', ({ name }) => name),
      col('单独揭榜名次', 'rank alone', ({ rank }) => rank),
      col('得分', 'score', ({ score }) => rounded(score)),
      col('资格', 'eligibility', ({ eligibility }) => word(CHALLENGE_LABELS.status, eligibility)),
      col('只有它达到', 'only it meets', ({ alone }) => alone),
    ]),
    sheet('指标依据', 'indicators met', met, [
      number(),
      col('指标', 'target', ({ target }) => target.raw),
      col('单位', 'unit', ({ name }) => name),
      named('依据', 'source', ({ source }) => source.recordId),
      col('原文', 'stated', ({ source }) => source.offered.raw),
      col('说明', 'in words', ({ text }) => text),
    ]),
    sheet('无单位达到', 'met by nobody', found.open, [
      col('指标', 'target', ({ target }) => target.raw),
      col('结果', 'status', ({ status }) => word(CHALLENGE_LABELS.status, status)),
      col('已有说法', 'told by', ({ told }) => told.map(({ name }) => name)),
      col('说明', 'in words', ({ told }) => told[0]?.text),
    ]),
    facts([
      ['榜单编号', 'challenge id', found.challengeId],
      dayFact(found),
      ['指标', 'targets', found.targets],
      ['至少达到一项的单位', 'units that meet at least one', found.units],
      ['家数下限', 'least number of units', found.bound],
      ['家数已是最少', 'as few units as possible', found.optimal],
      ['已全部比较', 'all compared', found.complete],
    ]),
  ];
}

/** Persons, and every condition on each. */
export function personSheets(persons: readonly PersonEligibility[]): Sheet[] {
  const person = <T>(of: (item: T) => PersonEligibility) =>
    named<T>(
      '人员',
      'person',
      (item) => of(item).personId,
      (item) => of(item).name,
    );
  const checks = persons.flatMap((one) => one.checks.map((check) => ({ one, check })));
  return [
    sheet('人员资格', 'persons', persons, [
      person((one) => one),
      col('单位', 'unit', ({ organization }) => organization),
      col('资格', 'eligibility', ({ eligibility }) => word(CHALLENGE_LABELS.status, eligibility)),
    ]),
    sheet('逐项条件', 'conditions', checks, [
      person(({ one }) => one),
      col('条件', 'rule', ({ check }) => check.ruleId),
      col('结果', 'status', ({ check }) => word(CHALLENGE_LABELS.status, check.status)),
      col('原因', 'reason', ({ check }) => check.reason),
    ]),
  ];
}
