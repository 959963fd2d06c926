import type { Lexicon } from '../lexicon/lexicon.ts';
import { runsOf } from '../terms/runs.ts';

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

/** What an entry counts for a chain, by strength. */
const STRENGTH_COUNTS = [0, 0.3, 0.8, 1] as const;
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

/** Counts profiles. */
function countProfiles(lexicon: Lexicon, codes: readonly string[]): ChainProfiles {
  const none = codes.length;
  const position = new Map(codes.map((code, i) => [code, i]));
  const counts = new Map<string, Float32Array>();
  const totals = new Float64Array(none + 1);
  const seen = new Set<unknown>();
  for (const entry of [...lexicon.byName.values(), ...lexicon.heads.values()]) {
    if (seen.has(entry)) continue;
    seen.add(entry);
    const classes: [number, number][] = [];
    for (const [code, strength] of Object.entries(entry.chains)) {
      const at = position.get(code);
      if (at !== undefined && strength > 0) classes.push([at, STRENGTH_COUNTS[strength]]);
    }
    if (classes.length === 0) classes.push([none, 1]);
    for (const name of entry.names) {
      const pieces = piecesOf(name);
      if (pieces.length === 0) continue;
      for (const { piece } of pieces) {
        const row = counts.get(piece) ?? new Float32Array(none + 1);
        counts.set(piece, row);
        for (const [at, count] of classes) row[at]! += count;
      }
      for (const [at, count] of classes) totals[at]! += count;
    }
  }
  const shares = new Map<string, PieceShares>();
  const sharesOf = (piece: string): PieceShares | undefined => {
    const known = shares.get(piece);
    if (known !== undefined) return known;
    const row = counts.get(piece);
    if (row === undefined) return undefined;
    const made = pieceShares(row, totals);
    if (shares.size === MAX_SHARES) shares.clear();
    shares.set(piece, made);
    return made;
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
  sharesOf: (piece: string) => PieceShares | undefined,
  classes: number,
): ProfileScores {
  const none = classes - 1;
  const logOdds = new Float64Array(none);
  const shares = new Float64Array(classes);
  let weights = 0;
  for (const { piece, weight } of piecesOf(text)) {
    const one = sharesOf(piece);
    if (one === undefined) continue;
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
  readonly piece: string;
  readonly weight: number;
}

/** Ideographs and pairs of neighbours in the runs of a text. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runsOf(text)) {
    if (run.kind !== 'cjk') continue;
    const characters = [...text.slice(run.start, run.end)];
    characters.forEach((character, i) => {
      pieces.push({ piece: character, weight: CHARACTER_WEIGHT });
      if (i > 0) pieces.push({ piece: characters[i - 1]! + character, weight: 1 });
    });
  }
  return pieces;
}
