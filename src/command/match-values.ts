import {
  InputError,
  type InputIssue,
  type MatchFilter,
  type RecordKind,
  SECRECY_LEVELS,
  type SecrecyLevel,
  SUPPLY_KINDS,
} from 'cuohe';

/** Names of the levels of secrecy: in English, then in Chinese, from open to closed. */
const CLEARANCES: readonly string[] = [...SECRECY_LEVELS, '公开', '内部', '秘密', '机密', '绝密'];

/** What the command line says of a ranking, as texts. */
export interface MatchTexts {
  readonly limit?: string | undefined;
  readonly minScore?: string | undefined;
  readonly kinds?: string | undefined;
  readonly chains?: string | undefined;
  readonly regions?: string | undefined;
  readonly asOf?: string | undefined;
  readonly clearance?: string | undefined;
}

/** The same, read. */
export interface MatchValues {
  /** Most matches for one record; undefined: the form of the output decides. */
  readonly limit: number | undefined;
  /** Least score; undefined: the collection suggests one. */
  readonly minScore: number | undefined;
  readonly kinds: readonly RecordKind[] | undefined;
  readonly clearance: SecrecyLevel;
  /** The day on which records must be valid, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly filter: MatchFilter;
}

/**
 * Reads the options of a ranking. Chains and regions are checked by the matcher, which knows them.
 * @throws InputError naming every bad one.
 */
export function matchValues(texts: MatchTexts): MatchValues {
  const issues: InputIssue[] = [];
  const check = (option: string, ok: boolean, expected: string, received: string | undefined) => {
    if (!ok) issues.push({ index: -1, path: option, expected, received: JSON.stringify(received) });
  };
  const { clearance = 'public', asOf = new Date().toISOString().slice(0, 10) } = texts;
  const limit = texts.limit === undefined ? undefined : Number(texts.limit);
  const isCount = limit === undefined || (/^\d+$/.test(texts.limit!) && limit > 0);
  check('--limit', isCount, 'a whole number above 0', texts.limit);
  const minScore = texts.minScore === undefined ? undefined : Number(texts.minScore);
  const isScore = minScore === undefined || (texts.minScore!.trim() !== '' && minScore >= 0 && minScore <= 1);
  check('--min-score', isScore, 'a number in [0, 1]', texts.minScore);
  const kinds = listOf(texts.kinds);
  for (const kind of kinds ?? []) {
    check('--kinds', isOneOf(SUPPLY_KINDS, kind), `some of ${SUPPLY_KINDS.join(', ')}`, kind);
  }
  check('--as-of', isDay(asOf), 'a day of the calendar, YYYY-MM-DD', asOf);
  check('--clearance', CLEARANCES.includes(clearance), `one of ${CLEARANCES.join(', ')}`, clearance);
  if (issues.length > 0) throw new InputError('INVALID_OPTIONS', 'Bad options', issues);
  const level = SECRECY_LEVELS[CLEARANCES.indexOf(clearance) % SECRECY_LEVELS.length]!;
  const [chains, regions] = [listOf(texts.chains), listOf(texts.regions)];
  return {
    limit,
    minScore,
    kinds: kinds?.filter((kind) => isOneOf(SUPPLY_KINDS, kind)),
    clearance: level,
    asOf,
    filter: {
      clearance: level,
      asOf,
      ...(chains === undefined ? {} : { chains }),
      ...(regions === undefined ? {} : { regions }),
    },
  };
}

/** A list as people type it: parted by commas of either width, or 、. */
export function listOf(text: string | undefined): readonly string[] | undefined {
  return text
    ?.split(/[,，、]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}

/** `Date.parse` takes 2026-02-30 for the 2nd of March; a day that does not come back is none. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
