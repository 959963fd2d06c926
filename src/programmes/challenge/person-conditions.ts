import * as z from 'zod/mini';
import { DAY, ID, itemOf, optionsOf, TEXT } from '../common/check.ts';
import { type CheckedCondition, fromBoolean } from '../common/conditions.ts';
import { levelsOf } from './person-levels.ts';

/** Conditions on the person who answers: who leads the project (项目负责人), or who takes up a question (答题人). */

/** What a person must be. What is left out is no condition. */
export interface PersonCondition {
  /** Age in completed years (周岁) on the day of the answer, both ends included. Needs the option `asOf`. */
  readonly age?: { readonly least?: number; readonly most?: number };
  /** Born on this day or later, `YYYY-MM-DD` (1986年1月1日以后出生). */
  readonly bornFrom?: string;
  /** The least professional title: 中级, 副高级, 正高级, or a title of that level (副教授). */
  readonly professionalTitle?: string;
  /** The least degree: 学士, 硕士, 博士, or wording of that level. */
  readonly degree?: string;
  /** Nationalities of which the person must have one, as the host writes them. */
  readonly nationalities?: readonly string[];
}

/** A person who would answer, as the host knows them; what is left out is not known. */
export interface ChallengePerson {
  readonly id: string;
  readonly name?: string;
  /** The unit that the person answers for. */
  readonly organization?: string;
  /** Day, month or year of birth: `1986-05-12`, `1986-05`, `1986`. */
  readonly born?: string;
  /** 教授, 高级工程师, 中级. */
  readonly professionalTitle?: string;
  /** 博士, 工学硕士, 大学本科. */
  readonly degree?: string;
  readonly nationality?: string;
}

const YEARS = z.int().check(z.minimum(0), z.maximum(150));
const AGE = optionsOf<NonNullable<PersonCondition['age']>>({
  least: z.optional(YEARS),
  most: z.optional(YEARS),
}).check(
  z.refine(({ least = 0, most = 150 }) => least <= most, { error: 'the least age not above the most' }),
);
const levelWord = (kind: 'title' | 'degree', expected: string) =>
  z.optional(TEXT.check(z.refine((text) => levelsOf(text, kind) !== undefined, { error: expected })));

/** Shape of {@link PersonCondition}; a title or degree that is not understood would hold for nobody, and is refused. */
export const PERSON_CONDITION = optionsOf<PersonCondition>({
  age: z.optional(AGE),
  bornFrom: z.optional(DAY),
  professionalTitle: levelWord('title', '初级, 中级, 副高级, 正高级, or a title of such a level'),
  degree: levelWord('degree', '专科, 学士, 硕士, 博士, or wording of such a level'),
  nationalities: z.optional(z.array(TEXT).check(z.minLength(1))),
});

const isBirth = (text: string) =>
  DAY.safeParse(`${text}${'-01-01'.slice(Math.max(0, text.length - 4))}`).success;
/** Shape of {@link ChallengePerson}. */
export const CHALLENGE_PERSON = itemOf<ChallengePerson>({
  id: ID,
  name: z.optional(TEXT),
  organization: z.optional(TEXT),
  born: z.optional(TEXT.check(z.refine(isBirth, 'a day, month or year: 1986-05-12, 1986-05 or 1986'))),
  professionalTitle: z.optional(TEXT),
  degree: z.optional(TEXT),
  nationality: z.optional(TEXT),
});

/** Every condition of a rule, in the order of its type. @param asOf needed for an age. */
export function findingsOf(
  person: ChallengePerson,
  { age, bornFrom, professionalTitle, degree, nationalities }: PersonCondition,
  asOf: string | undefined,
): CheckedCondition[] {
  return [
    ...(age === undefined ? [] : [ageFinding(person, age, asOf!)]),
    ...(bornFrom === undefined ? [] : [bornFinding(person, bornFrom)]),
    ...(professionalTitle === undefined
      ? []
      : [levelFinding('title', person.professionalTitle, professionalTitle)]),
    ...(degree === undefined ? [] : [levelFinding('degree', person.degree, degree)]),
    ...(nationalities === undefined ? [] : [nationalityFinding(person, nationalities)]),
  ];
}

function finding(isMet: boolean | undefined, zh: string, en: string): CheckedCondition {
  return { status: fromBoolean(isMet), reason: { zh, en } };
}

/** The first and the last day on which somebody may have been born. */
function birthDays(born: string): [first: string, last: string] {
  if (born.length === 10) return [born, born];
  return born.length === 7 ? [`${born}-01`, `${born}-31`] : [`${born}-01-01`, `${born}-12-31`];
}

/** Completed years on a day; who was born on 29 February has the birthday on 1 March of other years. */
function yearsAt(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

function ageFinding(
  { born }: ChallengePerson,
  { least, most }: NonNullable<PersonCondition['age']>,
  asOf: string,
): CheckedCondition {
  const [zh, en] = [
    `${least === undefined ? '' : `不小于${least}周岁`}${least === undefined || most === undefined ? '' : '、'}${most === undefined ? '' : `不超过${most}周岁`}`,
    `${least === undefined ? '' : `at least ${least}`}${least === undefined || most === undefined ? '' : ', '}${most === undefined ? '' : `at most ${most}`}`,
  ];
  if (born === undefined)
    return finding(undefined, `出生日期未注明，要求${zh}`, `age is not known, wanted: ${en}`);
  const [first, last] = birthDays(born);
  const [oldest, youngest] = [yearsAt(first, asOf), yearsAt(last, asOf)];
  const fits = (years: number) => years >= (least ?? 0) && years <= (most ?? Number.POSITIVE_INFINITY);
  const isOut = youngest > (most ?? Number.POSITIVE_INFINITY) || oldest < (least ?? 0);
  const isMet = isOut ? false : fits(oldest) && fits(youngest) ? true : undefined;
  const years = oldest === youngest ? String(oldest) : `${youngest}～${oldest}`;
  return finding(isMet, `${asOf}为${years}周岁，要求${zh}`, `aged ${years} on ${asOf}, wanted: ${en}`);
}

function bornFinding({ born }: ChallengePerson, from: string): CheckedCondition {
  const [zh, en] = [`要求${from}（含）以后出生`, `wanted: born on ${from} or later`];
  if (born === undefined)
    return finding(undefined, `出生日期未注明，${zh}`, `the birth date is not known; ${en}`);
  const [first, last] = birthDays(born);
  const isMet = first >= from ? true : last < from ? false : undefined;
  const told =
    isMet === undefined
      ? ['出生日期只到年月，无法判断', 'the birth date is too coarse']
      : isMet
        ? ['符合', 'it is so']
        : ['出生更早', 'born earlier'];
  return finding(isMet, `${told[0]}，${zh}`, `${told[1]}; ${en}`);
}

const WHAT = {
  title: { zh: '职称', en: 'professional title' },
  degree: { zh: '学历学位', en: 'degree' },
} as const;

function levelFinding(kind: 'title' | 'degree', has: string | undefined, rule: string): CheckedCondition {
  const [wanted] = rule.split(/[及或]?以上/) as [string];
  const { zh, en } = WHAT[kind];
  const least = levelsOf(rule, kind)![0];
  const told = has?.trim() ?? '';
  if (told === '')
    return finding(undefined, `${zh}未注明，要求${wanted}以上`, `${en} is not known, wanted: ${wanted}`);
  const levels = levelsOf(told, kind);
  if (levels === undefined) {
    return finding(
      undefined,
      `${zh}“${told}”无法判断级别，要求${wanted}以上`,
      `the level of ${told} is not known, wanted: ${wanted}`,
    );
  }
  const isMet = levels[0] >= least ? true : levels[1] < least ? false : undefined;
  return finding(isMet, `${zh}为${told}，要求${wanted}以上`, `${en}: ${told}, wanted: ${wanted}`);
}

function nationalityFinding({ nationality }: ChallengePerson, wanted: readonly string[]): CheckedCondition {
  const told = nationality?.trim() ?? '';
  const limit = [wanted.join('、'), wanted.join(', ')];
  if (told === '')
    return finding(undefined, `国籍未注明，限${limit[0]}`, `nationality is not known, wanted: ${limit[1]}`);
  const isMet = wanted.some((one) => one.trim() === told);
  return finding(isMet, `国籍为${told}，限${limit[0]}`, `nationality: ${told}, wanted: ${limit[1]}`);
}
