import type { LexiconEntry } from '../lexicon/entry.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { TextEntries } from '../lexicon/senses.ts';
import { WordFinder } from '../lexicon/word-finder.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { type ChainModel, POINTS } from './model.ts';

/** What the words of a record say for one chain. */
export interface Evidence {
  /** Counts by strength of the word, weighted by field; the n-th occurrence of a word counts 1/n. */
  hints: number;
  strong: number;
  settling: number;
  /** Units of the longest settling word. */
  longestSettling: number;
  /** Summed strengths of compound heads. */
  heads: number;
  /** All of it in one number, see {@link POINTS}. */
  points: number;
  /** Where its words stand, with what each says. */
  readonly places: EvidencePlace[];
}

/** A word that speaks for a chain, where it stands. */
export interface EvidencePlace {
  readonly points: number;
  readonly field: AnalyzedField;
  readonly start: number;
  readonly end: number;
}

const NOTHING = { hints: 0, strong: 0, settling: 0, longestSettling: 0, heads: 0, points: 0 };
const COUNTED = { 1: 'hints', 2: 'strong', 3: 'settling' } as const;

/** Shared by all taggers of a lexicon that have one model. */
const made = new WeakMap<Lexicon, WeakMap<ChainModel, EvidenceCollector>>();

/** What collects the evidence of a lexicon's words. */
export function collectorOf(lexicon: Lexicon, model: ChainModel): EvidenceCollector {
  const known = made.get(lexicon) ?? new WeakMap<ChainModel, EvidenceCollector>();
  made.set(lexicon, known);
  const collector = known.get(model) ?? new EvidenceCollector(lexicon, model);
  known.set(model, collector);
  return collector;
}

/** Collects word evidence for chains. */
export class EvidenceCollector {
  private readonly lexicon: Lexicon;
  private readonly model: ChainModel;
  private readonly heads: WordFinder;
  /** Heads of one ideograph (钢, 泵), by its unit: they count at the end of a compound only. */
  private readonly shortHeads = new Map<number, LexiconEntry>();
  /** 1 for each such unit: every place of a text is looked at. */
  private readonly isShortHead = new Uint8Array(0x10000);
  /** The chains that entries speak for, by their `chains`: entries of a compiled lexicon share few. */
  private readonly told = new Map<
    LexiconEntry['chains'],
    readonly (readonly [code: string, strength: 1 | 2 | 3])[]
  >();

  constructor(lexicon: Lexicon, model: ChainModel) {
    this.lexicon = lexicon;
    this.model = model;
    this.heads = new WordFinder(lexicon.heads.keys());
    for (const head of lexicon.heads.keys()) {
      if (head.length !== 1) continue;
      this.shortHeads.set(head.charCodeAt(0), lexicon.heads.get(head)!);
      this.isShortHead[head.charCodeAt(0)] = 1;
    }
  }

  /** Evidence by chain code. */
  collect(fields: readonly AnalyzedField[]): Map<string, Evidence> {
    const found = new Map<string, Evidence>();
    const times = new Map<LexiconEntry, number>();
    for (const analyzed of fields) {
      const place = this.placeFactor(analyzed.field.field);
      for (const { entry, start, end } of this.wordsOf(analyzed.normalized.text)) {
        const told = this.toldBy(entry);
        if (told.length === 0) continue;
        const nth = (times.get(entry) ?? 0) + 1;
        times.set(entry, nth);
        for (const [code, strength] of told) {
          let evidence = found.get(code);
          if (evidence === undefined) {
            evidence = { ...NOTHING, places: [] };
            found.set(code, evidence);
          }
          const factor = place / nth;
          const kind = entry.head === true ? 'heads' : COUNTED[strength];
          const count = entry.head === true ? strength * factor : factor;
          evidence[kind] += count;
          if (kind === 'settling') evidence.longestSettling = Math.max(evidence.longestSettling, end - start);
          const points = POINTS[kind] * count;
          evidence.points += points;
          evidence.places.push({ points, field: analyzed, start, end });
        }
      }
    }
    return found;
  }

  /** The chains that an entry speaks for. */
  private toldBy({ chains }: LexiconEntry) {
    let told = this.told.get(chains);
    if (told === undefined) {
      told = Object.entries(chains).flatMap(([code, strength]) =>
        strength === 0 ? [] : [[code, strength] as const],
      );
      this.told.set(chains, told);
    }
    return told;
  }

  private placeFactor(field: string): number {
    if (field === 'title') return 1;
    return field === 'keywords' ? this.model.keywordFactor : this.model.bodyFactor;
  }

  /** Lexicon words of a text, and compound heads that no word covers. */
  private wordsOf(
    text: string,
  ): { readonly entry: LexiconEntry; readonly start: number; readonly end: number }[] {
    const words = [];
    /** 1 inside of a technical word, 2 inside of a generic one. */
    const covered = new Uint8Array(text.length + 1);
    const entries = new TextEntries(text, this.lexicon);
    for (const { word, start, end } of this.lexicon.finder.segmentField(text)) {
      const entry = entries.of(word);
      covered.fill(entry === undefined ? 2 : 1, start, end);
      if (entry !== undefined) words.push({ entry, start, end });
    }
    for (const { word, start, end } of this.heads.segment(text)) {
      const entry = this.lexicon.heads.get(word);
      if (entry !== undefined && start > 0 && covered[start] !== 1 && covered[end - 1] !== 1) {
        words.push({ entry, start, end });
      }
    }
    for (let at = 1; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (this.isShortHead[unit] === 0 || covered[at] !== 0 || !isIdeograph(text, at - 1)) continue;
      const endsCompound =
        !isIdeograph(text, at + 1) || covered[at + 1] === 2 || /[的及和与用]/.test(text.charAt(at + 1));
      if (endsCompound) words.push({ entry: this.shortHeads.get(unit)!, start: at, end: at + 1 });
    }
    return words;
  }
}

function isIdeograph(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x3400 && unit <= 0x9fff;
}
