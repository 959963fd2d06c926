import type { Lexicon } from '../lexicon/lexicon.ts';
import { namesOf } from '../lexicon/names.ts';
import { runsOf } from '../terms/runs.ts';
import { PieceCounts, type PieceKey, pairOf } from './piece-counts.ts';

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
  const { totals } = counts;
  const known = new Map<PieceKey, PieceShares>();
  const sharesOf = (pieces: readonly Piece[]): ReadonlyMap<PieceKey, PieceShares> => {
    const keys = new Set(pieces.map(({ piece }) => piece));
    let unknown = [...keys].filter((piece) => !known.has(piece));
    if (known.size + unknown.length > MAX_SHARES) {
      known.clear();
      unknown = [...keys];
    }
    if (unknown.length === 0) return known;
    const rows = counts.rowsOf(new Set(unknown));
    for (const piece of unknown) {
      const row = rows.get(piece);
      known.set(piece, row === undefined ? NOWHERE : pieceShares(row, totals));
    }
    return known;
  };
  return { compare: (text) => compare(text, sharesOf, totals.length) };
}

/** What one piece says: kept, because texts repeat the same pieces. */
interface PieceShares {
  /** Log odds of each chain against the class of no chain. */
  readonly logOdds: Float64Array;
  /** Share of each class, that of no chain last; all 0 for a piece that stands in no class with words. */
  readonly shares: Float64Array;
}

/** That of a piece which stands in no name. */
const NOWHERE: PieceShares = { logOdds: new Float64Array(0), shares: new Float64Array(0) };

/** Pieces whose shares are kept. Emptied when full. */
const MAX_SHARES = 20_000;

function pieceShares(row: Float32Array, totals: Float64Array): PieceShares {
  const none = totals.length - 1;
  const logOdds = new Float64Array(none);
  const shares = new Float64Array(none + 1);
  let sum = 0;
  for (let i = 0; i <= none; i++) if (totals[i]! > 0) sum += row[i]! / totals[i]!;
  const base = (row[none]! + SMOOTHING) / (totals[none]! + TOTAL_SMOOTHING);
  for (let i = 0; i <= none; i++) {
    if (totals[i]! > 0 && sum > 0) shares[i] = row[i]! / totals[i]! / sum;
    if (i < none) logOdds[i] = Math.log((row[i]! + SMOOTHING) / (totals[i]! + TOTAL_SMOOTHING) / base);
  }
  return { logOdds, shares };
}

function compare(
  text: string,
  sharesOf: (pieces: readonly Piece[]) => ReadonlyMap<PieceKey, PieceShares>,
  classes: number,
): ProfileScores {
  const none = classes - 1;
  const logOdds = new Float64Array(none);
  const shares = new Float64Array(classes);
  let weights = 0;
  const pieces = piecesOf(text);
  const known = sharesOf(pieces);
  for (const { piece, weight } of pieces) {
    const one = known.get(piece)!;
    if (one === NOWHERE) continue;
    weights += weight;
    for (let i = 0; i < none; i++) {
      logOdds[i]! += weight * one.logOdds[i]!;
      shares[i]! += weight * one.shares[i]!;
    }
    shares[none]! += weight * one.shares[none]!;
  }
  for (let i = 0; i <= none; i++) shares[i] = weights > 0 ? shares[i]! / weights : 0;
  for (let i = 0; i < none; i++) logOdds[i] = Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, logOdds[i]!));
  return { logOdds, shares: shares.subarray(0, none), noneShare: shares[none]!, known: weights > 0 };
}

interface Piece {
  readonly piece: PieceKey;
  readonly weight: number;
}

/** Ideographs and pairs of neighbours in the runs of a text. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runsOf(text)) {
    if (run.kind !== 'cjk') continue;
    let before = -1;
    for (let at = run.start; at < run.end; ) {
      const point = text.codePointAt(at)!;
      pieces.push({ piece: point, weight: CHARACTER_WEIGHT });
      if (before >= 0) pieces.push({ piece: pairOf(before, point), weight: 1 });
      before = point;
      at += point > 0xffff ? 2 : 1;
    }
  }
  return pieces;
}
