import type { LexiconEntry } from '../lexicon/entry.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { WordFinder } from '../lexicon/word-finder.ts';
import { fingerprint } from '../records/hash.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { MatchRecord } from '../records/types.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import { CHAIN_MODEL, type ChainModel } from './model.ts';

/** An industry chain that a record belongs to. */
export interface ChainTag {
  readonly code: string;
  /** In (0, 1]: how sure the tag is. */
  readonly confidence: number;
  /** True when the host gave the tag with the record. */
  readonly given: boolean;
  /** What speaks for the chain, strongest first; empty for given tags without evidence in the text. */
  readonly evidence: readonly FieldSpan[];
}

/** Tags records with chains of one taxonomy. */
export interface ChainTagger {
  readonly taxonomy: Taxonomy;
  readonly fingerprint: string;
  /** Tags by confidence, then taxonomy order; several, one or none. */
  tag(record: MatchRecord, fields: readonly AnalyzedField[]): ChainTag[];
}

/** Evidence for one chain: points and the places that gave them. */
interface Evidence {
  points: number;
  readonly spans: { readonly points: number; readonly span: FieldSpan }[];
}

/** Builds a tagger from what the lexicon's words say about chains. */
export function createChainTagger(
  taxonomy: Taxonomy,
  lexicon: Lexicon,
  model: ChainModel = CHAIN_MODEL,
): ChainTagger {
  const order = new Map(taxonomy.chains.map((chain, i) => [chain.code, i]));
  const horizontal = new Set(
    taxonomy.chains.filter((chain) => chain.horizontal === true).map((chain) => chain.code),
  );
  const heads = new WordFinder(lexicon.heads.keys());

  const evidenceOf = (fields: readonly AnalyzedField[]): Map<string, Evidence> => {
    const found = new Map<string, Evidence>();
    const seen = new Map<LexiconEntry, number>();
    for (const analyzed of fields) {
      const place = model.fieldFactors[analyzed.field.field] ?? model.otherFields;
      for (const { entry, start, end } of wordsOf(analyzed.normalized.text, lexicon, heads)) {
        const times = (seen.get(entry) ?? 0) + 1;
        seen.set(entry, times);
        for (const [code, strength] of Object.entries(entry.chains)) {
          if (!order.has(code)) continue;
          const points =
            (model.points[strength] * place * (entry.head === true ? model.headFactor : 1)) / times;
          const evidence = found.get(code) ?? { points: 0, spans: [] };
          found.set(code, evidence);
          evidence.points += points;
          evidence.spans.push({ points, span: spanOf(analyzed, start, end) });
        }
      }
    }
    return found;
  };

  return {
    taxonomy,
    fingerprint: `chains/1:${fingerprint(JSON.stringify([model, taxonomy]))}:${lexicon.fingerprint}`,
    tag(record, fields) {
      const found = evidenceOf(fields);
      if (record.chains !== undefined) {
        return record.chains.map(({ code, confidence }) => ({
          code,
          confidence: confidence ?? 1,
          given: true,
          evidence: strongest(found.get(code)),
        }));
      }
      let top = 0;
      for (const [code, evidence] of found) if (!horizontal.has(code)) top = Math.max(top, evidence.points);
      const tags: ChainTag[] = [];
      for (const [code, evidence] of found) {
        // A horizontal chain serves the application chain that the text names.
        const points =
          horizontal.has(code) && top >= model.enough
            ? evidence.points * model.horizontalFactor
            : evidence.points;
        tags.push({ code, confidence: 1 - Math.exp(-points), given: false, evidence: strongest(evidence) });
      }
      tags.sort((a, b) => b.confidence - a.confidence || order.get(a.code)! - order.get(b.code)!);
      const best = tags[0]?.confidence ?? 0;
      return tags
        .filter((tag) => tag.confidence >= model.minConfidence && tag.confidence >= best * model.minShare)
        .slice(0, model.maxTags);
    },
  };
}

interface SeenWord {
  readonly entry: LexiconEntry;
  readonly start: number;
  readonly end: number;
}

/** Lexicon words of a text, and compound heads that no word covers. */
function wordsOf(text: string, lexicon: Lexicon, heads: WordFinder): SeenWord[] {
  const words: SeenWord[] = [];
  const covered = new Uint8Array(text.length);
  for (const { word, start, end } of lexicon.finder.segment(text)) {
    const entry = lexicon.byName.get(word);
    if (entry === undefined) continue;
    covered.fill(1, start, end);
    words.push({ entry, start, end });
  }
  for (const { word, start, end } of heads.segment(text)) {
    const entry = lexicon.heads.get(word);
    if (entry !== undefined && start > 0 && covered[start] === 0 && covered[end - 1] === 0)
      words.push({ entry, start, end });
  }
  return words;
}

function strongest(evidence: Evidence | undefined): FieldSpan[] {
  if (evidence === undefined) return [];
  return [...evidence.spans]
    .sort((a, b) => b.points - a.points)
    .slice(0, 8)
    .map(({ span }) => span);
}
