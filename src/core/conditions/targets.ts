import { betterWhen } from '../indicators/polarity.ts';
import { rangeUse } from '../indicators/range-use.ts';
import { indicatorsOf, type RecordIndicator } from '../indicators/record-indicators.ts';
import { isSameQuantity } from '../indicators/same-quantity.ts';
import type { Role } from '../reading/roles.ts';
import type { MatchRecord } from '../records/types.ts';
import type { ReadField } from '../terms/analyzer.ts';

/** Fields that hold what a demand asks for, whatever their wording. */
const TARGET_FIELDS: readonly string[] = ['indicators', 'expectedOutcome'];
/** Fields of how things are. */
const PRESENT_FIELDS: readonly string[] = ['existingConditions'];

/** Of a company, its money, land, people and years, not of what it wants. */
const COMPANY =
  /注册|占地|员工|职工|资产|产值|营业|销售|年产|年销|总投资|投资额|投入|资金|经费|预算|专利|面积|成立|建厂|人员|客户|市场|份额|出口|利税|产能|年处理量|装机/;
/** What goes in, or how things are before: no target of what comes out. */
const INPUT = /进水|原水|入口|进口|来料|进料|原料|现为|现在|目前|改造前|处理前|进气|入炉/;
const COMPANY_UNITS: readonly string[] = ['元', '亩', '人', '月'];
/** The clause tells how things are now. */
const PRESENT =
  /现在|目前|现有|现状|当前|如今|眼下|原来|原先|以前|过去|一直|经常|每年要|国内(?:只|仅)|同行|只有|仅有|才|现用|已有|达不到|不到/;
/** What is wanted, or a bound. */
const WANTED =
  /要求|需要?|希望|想|达到|做到|控制在|降到|降至|降低到|提高到|提升到|不超过|不高于|不低于|不大于|不小于|以内|以下|以上|目标|≤|≥/;
/** … unless it goes on to what is wanted: bounds alone tell nothing of a figure that stands beside 现在. */
const ASKED =
  /要求|需要?|希望|想|做到|控制在|降到|降至|降低到|提高到|提升到|不超过|不高于|不低于|不大于|不小于|目标|≤|≥/;
const CLAUSE_END = /[,;，；。!！?？\n]/;

/**
 * The quantities that a demand asks for: bounds and changes wherever they stand, bare numbers where the name tells what
 * is better, none of what describes the company or how things are.
 */
export function targetsOf(record: MatchRecord, fields: readonly ReadField[]): RecordIndicator[] {
  const names = [...new Set(fields.map(({ field }) => field.field))].filter(
    (name) => !PRESENT_FIELDS.includes(name),
  );
  const byPath = new Map(fields.map((field) => [field.field.path, field]));
  const asked = named(indicatorsOf(record, names)).filter((indicator) => {
    if (NEEDS_ROOM.includes(indicator.comparator) && isOpenRoom(indicator)) return false;
    if (TARGET_FIELDS.some((name) => indicator.field.startsWith(name))) return true;
    const field = byPath.get(indicator.field);
    return field === undefined || isAskedBy(field, indicator);
  });
  const lower = asked.map(isLower);
  const upper = asked.map(isUpper);
  return asked.filter((one, i) => {
    if (!lower[i] && !upper[i]) return true;
    const opposite = lower[i] ? upper : lower;
    return !asked.some((other, j) => j > i && opposite[j] && areOfOne(one, other));
  });
}

function isLower({ comparator }: RecordIndicator): boolean {
  return comparator === '≥' || comparator === '>';
}

function isUpper({ comparator }: RecordIndicator): boolean {
  return comparator === '≤' || comparator === '<';
}

/** 重铸层厚20微米以上 … 重铸层不大于5微米: of a bound and its opposite the first tells how things are. */
function areOfOne(one: RecordIndicator, other: RecordIndicator): boolean {
  return one.base?.unit === other.base?.unit && isSameQuantity(one, other);
}

/** Names that name no quantity: 全氧含量现为9ppm，目标≤5ppm. */
const NO_NAME = /^(?:目标|要求|指标|希望|期望|需|须|应|实现|达到|做到|目标值|要求值)*$/;

/** Indicators with the name of the one before where they go on about the same quantity. */
export function named(indicators: readonly RecordIndicator[]): RecordIndicator[] {
  let last: RecordIndicator | undefined;
  return indicators.map((one) => {
    const isSame = last?.field === one.field && last.unitKey === one.unitKey && one.start - last.end <= 8;
    const { name = '' } = one;
    const full =
      NO_NAME.test(name) && isSame && last!.name !== undefined
        ? { ...one, name: last!.name.replace(AS_IT_IS, '') }
        : one;
    last = full;
    return full;
  });
}

const AS_IT_IS = /(?:现为|目前为?|现|原为?|当前为?|只有|仅为?)$/;

/** 允许±2mm may ask for room or for precision: what the name does not tell is not asked. */
function isOpenRoom(indicator: RecordIndicator): boolean {
  return CAPACITY.test(indicator.name ?? '') && rangeUse(indicator) === undefined;
}

const CAPACITY = /适应|适用|允许|容许|容忍|耐受|补偿|量程|范围|工作温度|使用温度|环境/;
const NEEDS_ROOM: readonly string[] = ['±', '~'];

/** Statements that tell of the company, or of what there is. */
const NOT_ASKED: readonly Role[] = ['company', 'praise', 'background', 'cooperation', 'contact', 'present'];

/** Whether the statement at a place of the text as given may ask for something. */
function isAskedBy({ field, normalized, statements }: ReadField, indicator: RecordIndicator): boolean {
  const { start } = indicator;
  const role = statements.find(
    ({ end }) => (normalized.starts[end] ?? Number.POSITIVE_INFINITY) > start,
  )?.role;
  if (role !== undefined && NOT_ASKED.includes(role)) return false;
  return isTarget(indicator, field.text, role === 'problem');
}

/** @param isProblem in a statement of what is wrong a figure tells how wrong, unless the clause asks. */
function isTarget(indicator: RecordIndicator, text: string, isProblem: boolean): boolean {
  const { name = '', base, comparator, change, start, end } = indicator;
  if (base === undefined || COMPANY_UNITS.includes(base.unit) || COMPANY.test(name)) return false;
  const clause = clauseBefore(text, start);
  if (COMPANY.test(clause) || INPUT.test(name) || INPUT.test(clause)) return false;
  const said = clause + text.slice(start, end);
  if ((isProblem || PRESENT.test(said)) && !ASKED.test(said)) return false;
  if (base.unit === SECOND && comparator === '=' && TAKES.test(text.slice(Math.max(0, end - WINDOW), end)))
    return false;
  const isBounded = comparator !== '=' && comparator !== '≈';
  return isBounded || change !== undefined || betterWhen(name) !== undefined || WANTED.test(said);
}

/** 停机清模头要两个小时 tells how long a thing takes, and asks for nothing. */
const SECOND = 's';
const TAKES = /(?<![需只])[要得花]\s?(?:[\d.]+|[一二两三四五六七八九十半几])[^,，;；。要得花]{0,8}$/;

/** Longest clause that is looked at, in UTF-16 units. */
const WINDOW = 30;

function clauseBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && start > at - WINDOW && !CLAUSE_END.test(text[start - 1]!)) start--;
  return text.slice(start, at);
}
