/**
 * Expressions that the checker cannot decide, or that it takes for slow, and why they are not: each by the file that has it
 * and by how it begins.
 */
export interface Argued {
  readonly file: string;
  readonly begins: string;
  readonly why: string;
}

const WORDING = 'reads wordings of records, of which 500 units are looked at';
const ALONE =
  'a repetition at the end gives nothing back, and no two words of it begin where one could go on';

export const ARGUED: readonly Argued[] = [
  // Bounded by a cut before it.
  { file: 'core/reading/exclusions.ts', begins: '(?:这一?类|之类', why: 'reads a piece of 40 units' },
  {
    file: 'core/records/negation.ts',
    begins: '(?:尚未|还未',
    why: 'reads 24 units before a place; no verb of it is made of others',
  },
  { file: 'core/records/negation.ts', begins: '[,;，；。!', why: 'reads 24 units before a place' },
  { file: 'core/conditions/targets.ts', begins: '(?<![需只])[要得花]', why: 'reads 30 units before a place' },
  { file: 'io/header-rows.ts', begins: '^(?!其中)', why: 'reads 40 units of a cell' },
  { file: 'xlsx/hucre-write.ts', begins: "[\\s'\\ud800", why: 'reads 31 units, the longest name of a sheet' },
  { file: 'xlsx/cell-text.ts', begins: '\\[(?!h+', why: 'reads 255 units, the longest format of a cell' },
  { file: 'core/records/amount.ts', begins: '(?<![\\d.])(\\d{1,3})', why: WORDING },
  {
    file: 'core/records/date-words.ts',
    begins: '(?<![〇零',
    why: `${WORDING}; begins at the beginning of a run alone`,
  },
  {
    file: 'core/records/numerals.ts',
    begins: '(?<![第几',
    why: `${WORDING}; begins at the beginning of a run alone`,
  },
  { file: 'core/records/sums.ts', begins: '(?:(?<s1>', why: WORDING },
  {
    file: 'core/records/unreadable.ts',
    begins: '^(?:(?:有效',
    why: `${WORDING}; one repetition, at a fixed place`,
  },
  { file: 'io/periods.ts', begins: '(?<!\\d)(?:', why: WORDING },
  { file: 'io/periods.ts', begins: '^\\s*(?:起', why: `${WORDING}; one repetition, at the beginning` },
  // All repetitions are bounded, or stand at a fixed place.
  {
    file: 'core/terms/contacts.ts',
    begins: '(?:[a-z0-9._%+-]{1,64}',
    why: 'every repetition is bounded, the longest by 2,000 units that it does not give back',
  },
  {
    file: 'core/reading/maturity.ts',
    begins: '已(?:经)?',
    why: 'every repetition is bounded by 14 units, or is one of digits behind words of its own',
  },
  {
    file: 'io/body-rows.ts',
    begins: '^[(（]?(?:必填',
    why: 'at the beginning of a cell, and every repetition is bounded by 40 units but for one of digits',
  },
  {
    file: 'io/body-rows.ts',
    begins: '^(?:[*※＊]',
    why: 'at the beginning of a cell, and no repetition stands beside another one that takes the same',
  },
  // Nothing stands behind the repetition that could fail.
  { file: 'core/reading/exclusions.ts', begins: '^(?:任何|额外', why: ALONE },
  { file: 'core/reading/names.ts', begins: '^(?:一[种类', why: `${ALONE}; reads 60 units` },
  { file: 'core/reading/parts.ts', begins: '^(?:(?:现?急需', why: ALONE },
  {
    file: 'io/cells.ts',
    begins: '(?:[、，;',
    why: 'nothing stands behind it; white space is looked at behind its own comma alone',
  },
  // Begins at the beginning of a run alone, which it reads once.
  {
    file: 'programmes/deduplication/portraits.ts',
    begins: '(?<![a-z])',
    why: 'each run is read from its beginning alone',
  },
  {
    file: 'programmes/people/redact.ts',
    begins: '(?<![\\w.%+-])',
    why: 'each run is read from its beginning alone',
  },
  {
    file: 'programmes/people/redact.ts',
    begins: '(?<![\\da-z.])\\d{14,}',
    why: 'each run is read from its beginning alone',
  },
  {
    file: 'programmes/people/redact.ts',
    begins: '(?<![\\da-z])(?:(?:居民)?身份证',
    why: 'what follows a label holds no colon, so that no label with its colon lies in it',
  },
  // Too large for the checker: classes of letters of all scripts, many words.
  {
    file: 'base/markup.ts',
    begins: '<(\\/?)(a|abbr',
    why: 'no attribute holds < or >, so that each tag is read once; white space stands between attributes, and in none without quotes',
  },
  {
    file: 'programmes/people/person-names.ts',
    begins: '^(\\p{Script=Han}\\s?',
    why: 'at the beginning; the one repetition that may give back is behind a dot, which the one before it cannot hold',
  },
];

/** Files that make expressions in a function, and of what. */
export const MADE_LATER: Readonly<Record<string, string>> = {
  'core/chains/piece-counts.ts': 'one class of single units',
  'core/records/money-words.ts':
    'the words of a currency; called while the module loads, so that each is among those that are checked',
  'xlsx/markup.ts':
    'the name of an element behind </, and an attribute by its name: repetitions of white space and of what is no quote, each ended by what it cannot hold',
};
