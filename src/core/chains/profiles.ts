import type { Lexicon } from '../lexicon/lexicon.ts';
import { namesOf } from '../lexicon/names.ts';
import { runsOf } from '../terms/runs.ts';
import { isPair, PieceCounts, type PieceKey, pairOf } from './piece-counts.ts';

/**
 * What the characters of a text say about chains, for compounds that no list holds: 肉鸡笼具 is made of characters
 * that stand in words of farming. Single ideographs and pairs are counted over the names of the lexicon, by chain,
 * with one more class for words of no chain.
 */
export interface ChainProfiles {
  /** How a text resembles each chain, by position in `codes`. */
  compare(text: string): ProfileScores;
}

/** Resemblance of one text. */
export interface ProfileScores {
  /** Naive Bayes log odds of each chain against the class of no chain, clipped to ±{@link MAX_LOG_ODDS}. */
  readonly logOdds: Float64Array;
  /** Mean share of each chain among the classes, in [0, 1]. */
  readonly shares: Float64Array;
  /** The same for the class of no chain. */
  readonly noneShare: number;
  /** False where no piece of the text stands in the lexicon: then the rest means nothing. */
  readonly known: boolean;
}

/** A single ideograph says less than a pair. */
const CHARACTER_WEIGHT = 0.3;
/** Additive smoothing of counts and totals (Manning, Raghavan, Schütze 2008, section 13.2). */
const SMOOTHING = 0.05;
const TOTAL_SMOOTHING = 5;
const MAX_LOG_ODDS = 10;

const made = new WeakMap<Lexicon, Map<string, ChainProfiles>>();

/** Profiles over a lexicon, counted once for each set of chains. */
export function profilesOf(lexicon: Lexicon, codes: readonly string[]): ChainProfiles {
  const bySet = made.get(lexicon) ?? new Map<string, ChainProfiles>();
  made.set(lexicon, bySet);
  const key = JSON.stringify(codes);
  const profiles = bySet.get(key) ?? countProfiles(lexicon, codes);
  bySet.set(key, profiles);
  return profiles;
}

function countProfiles(lexicon: Lexicon, codes: readonly string[]): ChainProfiles {
  const counts = new PieceCounts(namesOf(lexicon), codes);
  const shares = new KnownShares(counts);
  return { compare: (text) => compare(text, shares) };
}

/** Pieces that are kept, and those of them whose shares are. All are forgotten when either is full. */
const MAX_PIECES = 65_536;
const MAX_ROWS = 20_000;
/** The row of a piece that stands in no name. */
const NOWHERE = -1;

/**
 * What each piece says, kept, because texts repeat the same pieces. A row has the log odds of each chain against the class
 * of no chain, then the share of each class, that of no chain last; all 0 for a piece that stands in no class with words.
 */
class KnownShares {
  readonly classes: number;
  values: Float64Array;
  /** Where the row of each piece begins. */
  private readonly rows = new Map<PieceKey, number>();
  private readonly counts: PieceCounts;
  private used = 0;

  constructor(counts: PieceCounts) {
    this.counts = counts;
    this.classes = counts.totals.length;
    this.values = new Float64Array(64 * this.width);
  }

  private get width(): number {
    return 2 * this.classes - 1;
  }

  /** Where the row of each piece begins in `values`, or {@link NOWHERE}. */
  rowsOf(pieces: readonly PieceKey[]): number[] {
    const found: number[] = [];
    for (const piece of pieces) {
      const row = this.rows.get(piece);
      if (row === undefined) break;
      found.push(row);
    }
    if (found.length === pieces.length) return found;
    this.learn(pieces);
    return pieces.map((piece) => this.rows.get(piece)!);
  }

  private learn(pieces: readonly PieceKey[]): void {
    let unknown = new Set(pieces.filter((piece) => !this.rows.has(piece)));
    const isFull = this.rows.size + unknown.size > MAX_PIECES;
    if (isFull || this.used / this.width + unknown.size > MAX_ROWS) {
      this.rows.clear();
      this.used = 0;
      unknown = new Set(pieces);
    }
    const counted = this.counts.rowsOf(unknown);
    for (const piece of unknown) {
      const row = counted.get(piece);
      this.rows.set(piece, row === undefined ? NOWHERE : this.add(row));
    }
  }

  private add(row: Float32Array): number {
    const at = this.used;
    this.used += this.width;
    if (this.used > this.values.length) {
      const bigger = new Float64Array(Math.max(this.used, 2 * this.values.length));
      bigger.set(this.values);
      this.values = bigger;
    }
    pieceShares(row, this.counts.totals, this.values.subarray(at, this.used));
    return at;
  }
}

function pieceShares(row: Float32Array, totals: Float64Array, out: Float64Array): void {
  const none = totals.length - 1;
  const shares = out.subarray(none).fill(0);
  let sum = 0;
  for (let i = 0; i <= none; i++) if (totals[i]! > 0) sum += row[i]! / totals[i]!;
  const base = (row[none]! + SMOOTHING) / (totals[none]! + TOTAL_SMOOTHING);
  for (let i = 0; i <= none; i++) {
    if (totals[i]! > 0 && sum > 0) shares[i] = row[i]! / totals[i]! / sum;
    if (i < none) out[i] = Math.log((row[i]! + SMOOTHING) / (totals[i]! + TOTAL_SMOOTHING) / base);
  }
}

function compare(text: string, known: KnownShares): ProfileScores {
  const none = known.classes - 1;
  const logOdds = new Float64Array(none);
  const shares = new Float64Array(known.classes);
  let weights = 0;
  const pieces = piecesOf(text);
  const rows = known.rowsOf(pieces);
  const { values } = known;
  for (let p = 0; p < pieces.length; p++) {
    const row = rows[p]!;
    if (row === NOWHERE) continue;
    const weight = isPair(pieces[p]!) ? 1 : CHARACTER_WEIGHT;
    weights += weight;
    for (let i = 0; i < none; i++) logOdds[i]! += weight * values[row + i]!;
    for (let i = 0; i <= none; i++) shares[i]! += weight * values[row + none + i]!;
  }
  for (let i = 0; i <= none; i++) shares[i] = weights > 0 ? shares[i]! / weights : 0;
  for (let i = 0; i < none; i++) logOdds[i] = Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, logOdds[i]!));
  return { logOdds, shares: shares.subarray(0, none), noneShare: shares[none]!, known: weights > 0 };
}

/** Ideographs and pairs of neighbours in the runs of a text. */
function piecesOf(text: string): PieceKey[] {
  const pieces: PieceKey[] = [];
  for (const run of runsOf(text)) {
    if (run.kind !== 'cjk') continue;
    let before = -1;
    for (let at = run.start; at < run.end; ) {
      const point = text.codePointAt(at)!;
      pieces.push(point);
      if (before >= 0) pieces.push(pairOf(before, point));
      before = point;
      at += point > 0xffff ? 2 : 1;
    }
  }
  return pieces;
}
