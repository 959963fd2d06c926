import { textFields } from '../../core/records/fields.ts';
import type { Achievement, MatchRecord } from '../../core/records/types.ts';
import type { Simplifier } from '../../core/terms/normalize.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { organizationKey, organizationOf, simplified, type UnitKeys } from '../common/organization.ts';
import { bareNormalized, bareText, ShingleSets } from './shingles.ts';
import { subjectUnits, withoutHeading } from './title-subject.ts';
import { ToldTexts } from './told-texts.ts';

/** What two records are compared by. */
export interface Portraits {
  readonly titles: readonly Uint32Array[];
  readonly texts: readonly Uint32Array[];
  /** Those without slogans, contacts and forms. */
  readonly told: readonly Uint32Array[];
  /** Key of the organisation; empty where none is named. */
  readonly organizations: readonly string[];
  /** Kind, and the numbers of the title: records that differ in these are never the same. */
  readonly marks: readonly string[];
  readonly kinds: readonly string[];
  /** What in the title sets one of a series apart, a kind of series each: generation, phase, size. */
  readonly series: readonly (readonly string[])[];
  /** Numbers of a patent; empty for other kinds. */
  readonly patents: readonly (readonly string[])[];
  /** The steps of development that the title names. */
  readonly steps: readonly (readonly string[])[];
  /** The units of the titles, without words of any title. */
  readonly subjects: readonly (readonly string[])[];
  /** Title and texts, without signs and spaces, a line each. */
  readonly wholes: readonly string[];
  /** What texts tell, without slogans, contacts and forms, signs and spaces. */
  readonly toldTexts: readonly string[];
}

/** The fields that tell what a record is about, at length. */
const TEXT_FIELDS = { abstract: 1, text: 1, problem: 1, keyTechnology: 1, expectedOutcome: 1 };
/**
 * 12英寸, TC4, 220kV; 第二代, 三期; Ⅱ期, (III), II型: what sets one of a series apart from its neighbour. Runs are
 * read from their beginning alone, so that one that ends in nothing is read once.
 */
const NUMBERS =
  /(?<![a-z])[a-z]*\d[a-z\d.]*|(?<![一二三四五六七八九十])[一二三四五六七八九十]+(?=[代期号型级版批])|(?<![a-z])[ivx]{1,4}(?=[代期号型级版批类])|(?<=\()(?:[ivx]{1,4}|[a-z]|[一二三四五六七八九十]+)(?=\))/g;
/** -40℃ is not 40℃. */
const BELOW_ZERO = /(?<![\da-z])-\d{1,6}(?:\.\d{1,6})?(?= ?[°度])/g;
/** mW and MW, mPa and MPa: capitals that folding loses. */
const PREFIX = /\d ?([mM])(?=W|Pa|Hz|V|J|Ω)/g;
/** 中试研究 and 产业化 of one thing are two projects. */
const STEPS = /小试|中试|产业化|示范|推广/g;

/** Reads records one by one. */
export class PortraitCollector {
  private readonly titles = new ShingleSets();
  private readonly texts = new ShingleSets();
  private readonly told = new ToldTexts();
  private readonly organizations: string[] = [];
  private readonly marks: string[] = [];
  private readonly kinds: string[] = [];
  private readonly series: string[][] = [];
  private readonly patents: string[][] = [];
  private readonly steps: string[][] = [];
  private readonly subjects: (readonly string[])[] = [];
  private readonly wholes: string[] = [];
  private readonly units: UnitKeys;
  private readonly simplifier: Simplifier | undefined;

  constructor(units: UnitKeys, simplifier: Simplifier | undefined) {
    this.units = units;
    this.simplifier = simplifier;
  }

  add(record: MatchRecord): void {
    const { simplifier } = this;
    const title = withoutHeading(normalize(record.title, simplifier).text);
    const bare = bareNormalized(title);
    this.titles.add(bare);
    const texts = textFields(record, TEXT_FIELDS).map(({ text }) => text);
    const text = normalize(texts.join('\n'), simplifier).text;
    this.texts.add(bareNormalized(text));
    this.told.add(bare, text);
    const { name } = organizationOf(record) ?? {};
    this.organizations.push(
      name === undefined ? '' : organizationKey(simplified(name, simplifier), this.units),
    );
    const numbers = numbersOf(title);
    this.subjects.push(subjectUnits(title, record.kind === 'patent'));
    this.wholes.push(`${bare}\n${bareNormalized(text)}`);
    this.steps.push(title.match(STEPS) ?? []);
    this.marks.push(JSON.stringify([record.kind, ...numbers.sort(), ...prefixesOf(record.title)]));
    this.kinds.push(record.kind);
    this.series.push(numbers);
    this.patents.push(record.kind === 'patent' ? patentNumbers(record) : []);
  }

  finish(): Portraits {
    const { organizations, marks, kinds, series, patents, steps } = this;
    const { subjects, wholes } = this;
    const told = new ShingleSets();
    const toldTexts = this.told.finish();
    for (const text of toldTexts) told.add(text);
    const [titles, texts] = [this.titles.finish(), this.texts.finish()];
    return {
      titles,
      texts,
      told: told.finish(),
      organizations,
      marks,
      kinds,
      series,
      patents,
      steps,
      subjects,
      wholes,
      toldTexts,
    };
  }
}

function numbersOf(title: string): string[] {
  const joined = title.replace(/(?<=\d) (?=[a-z])/g, '');
  return [...(joined.match(NUMBERS) ?? []), ...(title.match(BELOW_ZERO) ?? [])];
}

/** @param written a title as given. */
function prefixesOf(written: string): string[] {
  return Array.from(written.normalize('NFKC').matchAll(PREFIX), ([, prefix]) => prefix!).sort();
}

function patentNumbers({ ip = [] }: Achievement): string[] {
  return ip.flatMap((right) => {
    const number: unknown = typeof right === 'string' ? undefined : right.number;
    const bare = typeof number === 'string' ? bareText(number) : '';
    return bare === '' ? [] : [bare];
  });
}
