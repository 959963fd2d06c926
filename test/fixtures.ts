import {
  type AchievementInput,
  type ChainTag,
  CuoheError,
  createLexicon,
  createMatcher,
  type DemandInput,
  defineTaxonomy,
  InputError,
  type Matcher,
  type MatchResult,
} from 'cuohe/core';
import fc from 'fast-check';

/** A small world for properties: few words, so that random texts collide. */
export const TAXONOMY = defineTaxonomy('tiny', [
  { code: 'T1', nameZh: '涂层', nameEn: 'Coatings', terms: ['热障涂层', '涂层'] },
  { code: 'T2', nameZh: '制药', nameEn: 'Drugs', terms: ['制药', '新药'] },
  { code: 'T3', nameZh: '软件', nameEn: 'Software', horizontal: true, terms: ['软件', '算法'] },
]);

export const LEXICON = createLexicon(
  {
    name: 'tiny',
    entries: [
      { names: ['热障涂层', 'TBC', '隔热涂层'], chains: { T1: 3 }, broader: '涂层' },
      { names: ['涂层'], chains: { T1: 2 } },
      { names: ['药'], chains: {} },
      { names: ['燃机'], chains: { T1: 1 }, head: true },
    ],
    generic: new Map([
      ['研究', 0.2],
      ['系统', 0],
    ]),
    boilerplate: ['合作方式面议', '国内*水平'],
    functions: new Map([['heat', ['热障', '隔热']]]),
  },
  TAXONOMY,
);

export const PARTS = { taxonomy: TAXONOMY, lexicon: LEXICON };

const PIECES =
  '热,障,涂,层,钢,药,热障涂层,隔热涂层,TBC,涂层,制药,算法,软件,燃机,研究,系统,tc4,TC4, ,，,ａ１,１２００℃,<b>,&nbsp;,</b>,塗層,合作方式面议,国内领先水平,😀,\u0301,\n'.split(
    ',',
  );

/** A short text over a small alphabet, with full-width, traditional and HTML noise. */
export const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));

const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 });
const chain = fc.record(
  { code: fc.constantFrom('T1', 'T2', 'X9'), confidence: fc.double({ min: 0.01, max: 1, noNaN: true }) },
  { requiredKeys: ['code'] },
);
const common = {
  title: text,
  keywords: optional(fc.oneof(text, fc.array(text, { maxLength: 3 }))),
  regionCode: optional(fc.constantFrom('210000', '210100', '210112', '370200', '高新区')),
  stage: optional(fc.constantFrom('小试', '中试', '量产', '说不清')),
  chains: fc.option(fc.uniqueArray(chain, { selector: ({ code }) => code, maxLength: 2 }), {
    nil: undefined,
    freq: 4,
  }),
  validTo: optional(fc.constantFrom('2020-01-31', '2030年', '长期有效')),
  secrecyLevel: optional(fc.constantFrom('公开', '内部', '机密')),
};
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

/** A demand of the id `q`. */
export const demand: fc.Arbitrary<DemandInput> = fc
  .record({
    ...common,
    problem: optional(text),
    cooperationModes: optional(fc.constantFrom('合作开发', '转让')),
  })
  .map((value) => ({ id: 'q', ...defined(value) }));

/** An achievement without an id. */
const achievement = fc
  .record({
    ...common,
    abstract: optional(text),
    kind: optional(fc.constantFrom('achievement', 'patent', 'expert')),
    transferModes: optional(fc.constantFrom('合作开发', '许可、转让')),
  })
  .map(defined);

/** Achievements with the ids r0, r1, … */
export const achievements = (maxLength = 12): fc.Arbitrary<AchievementInput[]> =>
  fc
    .array(achievement, { maxLength })
    .map((list) => list.map((value, i) => ({ id: `r${i}`, ...value }) as AchievementInput));

/** Options under which every record is ranked. */
export const EVERYTHING = {
  limit: Number.POSITIVE_INFINITY,
  filter: { includeExpired: true, clearance: 'top-secret' },
} as const;

/** Achievements given by their titles. */
export const titled = (...titles: string[]): AchievementInput[] =>
  titles.map((title, i) => ({ id: `r${i}`, title }));

/** A matcher over titles in the tiny world. */
export const tinyMatcher = (...titles: string[]): Matcher => createMatcher(titled(...titles), PARTS);

/** The codes of tags. */
export const codes = (tags: readonly ChainTag[]): string[] => tags.map(({ code }) => code);

/** Everything that an async iterable gives. */
export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The error that a call ends with. */
export function thrownBy(act: () => unknown): CuoheError {
  try {
    act();
  } catch (error) {
    if (error instanceof CuoheError) return error;
    throw error;
  }
  throw new Error('expected a CuoheError');
}

/** Paths of the issues of an InputError that a call ends with. */
export function badPaths(act: () => unknown): string[] {
  const error = thrownBy(act);
  return error instanceof InputError
    ? error.issues.map(({ path }) => path)
    : [`no InputError: ${error.code}`];
}

/** A saved index as bytes that compare. */
export const bytesOf = (matcher: Matcher): Uint8Array => new Uint8Array(matcher.save());

/** A result with the validated records in place of the host's rows: what an opened index gives of the same. */
export function asParsed(matcher: Matcher<unknown>, result: MatchResult<unknown>): MatchResult {
  const matches = result.matches.map((match) => ({ ...match, record: matcher.parsed(match.index) }));
  return { ...result, matches };
}
