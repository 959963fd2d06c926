import { type IssuePlace, Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import type { Steps } from '../../base/steps.ts';
import { DenseRows } from './dense-rows.ts';
import { DenseSpace, MOST_DIMENSIONS, meanSteps } from './space.ts';
import { type GivenVector, VECTOR_STORES, type VectorStore } from './vector.ts';

/**
 * Vectors of the records, of any model of the host's, as a signal beside the words. A query brings its own in its field
 * `vector`, of the same model.
 */
export interface VectorOptions extends Partial<SpaceOptions> {
  /**
   * A vector for each row, by position, all of one length; undefined or null for a row without one, whose score is then
   * that of its words alone, as it is for a query without one. A vector of zeros is none.
   */
  readonly records: ArrayLike<GivenVector | null | undefined>;
}

/** How vectors count. */
export interface SpaceOptions {
  /**
   * Share of the vectors in the score, in [0, 1]: score = (1 − weight) · (signals of the words, chains, …) + weight ·
   * max(0, cosine), before conditions shift it. Default 0.2.
   */
  readonly weight?: number;
  /**
   * How vectors are kept: `int8` takes a byte a component and moves a cosine by a few thousandths at most, `float32` four.
   * Default `int8`.
   */
  readonly store?: VectorStore;
  /**
   * What is subtracted of every vector after it was scaled to unit length: the mean of vectors of unit length. Default:
   * that of the records. For a collection of few records, give the mean over many texts of their kind.
   */
  readonly mean: GivenVector;
}

const SPACE_KEYS = ['weight', 'store', 'mean'] as const satisfies readonly (keyof SpaceOptions)[];
const KEYS = ['records', ...SPACE_KEYS];
/** Measured at .1 to 1, see `benchmarks/EVALUATION.md`: what gains most on texts. */
const WEIGHT = 0.2;

/** Checked options. */
type ReadOptions = Pick<VectorOptions, 'records' | 'mean'> & Pick<DenseSpace['parts'], 'weight' | 'store'>;

/** Fills in the defaults, and notes what is wrong with the options; the vectors themselves are not looked at. */
export function readVectorOptions(issues: Issues, given: unknown): ReadOptions | undefined {
  if (given === undefined || !expectKeys(issues, given, KEYS, 'vectors')) return undefined;
  const { records, ...space } = given as VectorOptions;
  const isGood = issues.expect(
    isList(records),
    'vectors.records',
    'a list with a vector for each row',
    records,
  );
  const read = readParts(issues, space);
  return isGood && read !== undefined ? { records, ...read } : undefined;
}

/** The space of vectors that no index holds: its mean must be told. Notes what is wrong. */
export function readSpace(issues: Issues, given: SpaceOptions | undefined): DenseSpace | undefined {
  if (given === undefined || !expectKeys(issues, given, SPACE_KEYS, 'vectors')) return undefined;
  const { mean } = given;
  if (!issues.expect(mean !== undefined, 'vectors.mean', 'an array of numbers', mean)) return undefined;
  const read = readParts(issues, given);
  return read && new DenseSpace({ ...read, mean: Float64Array.from(mean) });
}

function readParts(issues: Issues, { weight = WEIGHT, store = 'int8', mean }: Partial<SpaceOptions>) {
  const before = issues.all.length;
  const isShare = typeof weight === 'number' && weight >= 0 && weight <= 1;
  issues.expect(isShare, 'vectors.weight', 'a number in [0, 1]', weight);
  issues.expect(VECTOR_STORES.includes(store), 'vectors.store', `one of ${VECTOR_STORES.join(', ')}`, store);
  if (mean !== undefined) {
    expectVector(mean, undefined, (path, ...what) => issues.add(`vectors.mean${path}`, ...what));
  }
  return issues.all.length > before ? undefined : { weight, store, ...(mean && { mean }) };
}

/**
 * The vectors of so many rows in their space, in steps; undefined where no row has one and no mean tells their length.
 * @throws InputError `INVALID_RECORDS` naming every row whose vector cannot be used.
 */
export function* denseRowsSteps(
  { records, weight, store, mean }: ReadOptions,
  rows: number,
): Steps<DenseRows | undefined> {
  const issues = new Issues();
  if (records.length !== rows) {
    issues.addText('vectors.records', `${rows} vectors, one a row`, `${records.length}`);
  }
  let dimensions = mean?.length;
  for (let index = 0; index < records.length; index++) {
    const given: unknown = records[index];
    yield 0;
    if (given === undefined || given === null) continue;
    const isGood = expectVector(given, dimensions, (path, ...what) =>
      issues.add(`vectors.records[${index}]${path}`, ...what, { index }),
    );
    if (isGood) dimensions ??= (given as GivenVector).length;
  }
  issues.throwAs('INVALID_RECORDS', 'Bad vectors');
  if (dimensions === undefined) return undefined;
  const middle =
    mean === undefined ? yield* meanSteps(present(records), dimensions) : Float64Array.from(mean);
  return yield* DenseRows.steps(new DenseSpace({ weight, store, mean: middle }), records);
}

function* present(records: ReadOptions['records']): Generator<GivenVector> {
  for (let i = 0; i < records.length; i++) if (records[i]) yield records[i]!;
}

/** Notes what is wrong with the vector of a query; a query without one is fine. */
export function expectQueryVector(
  issues: Issues,
  query: object,
  { dimensions }: DenseSpace,
  where: IssuePlace,
): void {
  const given: unknown = (query as { readonly vector?: unknown }).vector;
  if (given === undefined || given === null) return;
  expectVector(given, dimensions, (path, ...what) => issues.add(`vector${path}`, ...what, where));
}

type Note = (path: string, expected: string, received: unknown) => void;

/** Whether a value is a vector of a length. Only the first bad component is named: a vector may have thousands. */
function expectVector(given: unknown, dimensions: number | undefined, note: Note): boolean {
  if (!isList(given)) {
    note('', 'an array of numbers', given);
    return false;
  }
  const { length } = given;
  if (dimensions !== undefined ? length !== dimensions : length < 1 || length > MOST_DIMENSIONS) {
    note('', `${dimensions ?? `1 to ${MOST_DIMENSIONS}`} numbers`, length);
    return false;
  }
  for (let i = 0; i < length; i++) {
    const x = given[i];
    // What 32-bit floats cannot hold would overflow where squares are added.
    if (typeof x === 'number' && Number.isFinite(Math.fround(x))) continue;
    note(`[${i}]`, 'a finite number of 32 bits', x);
    return false;
  }
  return true;
}

function isList(given: unknown): given is ArrayLike<unknown> {
  if (typeof given !== 'object' || given === null) return false;
  const { length } = given as { readonly length?: unknown };
  return Number.isInteger(length) && (length as number) >= 0;
}
