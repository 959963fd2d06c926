import { createMatcher, type Matcher } from 'cuohe';
import * as core from 'cuohe/core';
import type { Corpus } from '../../corpus.ts';
import { textOf } from '../data/texts.ts';

/** With the defaults: words, chains, all signals of whole records. */
export function defaultMatcher({ achievements }: Corpus): Matcher {
  return createMatcher(achievements);
}

/** No words and no chains: single ideographs and pairs alone, as the peers cut texts. */
const LEXICON = core.createLexicon({ name: 'none', entries: [] });
const PARTS = {
  taxonomy: core.defineTaxonomy('none', []),
  lexicon: LEXICON,
  tokenizer: core.ngramTokenizer(LEXICON),
  // The text is in the title: counted once, as the peers do.
  signals: { ...core.SIGNAL_WEIGHTS, title: 0 },
};

/** Each text with its number. */
export function plainRecords({ achievements }: Corpus): { id: string; title: string }[] {
  return achievements.map((record, i) => ({ id: String(i), title: textOf(record) }));
}

/** The like-for-like index: one text a record. */
export function ngramMatcher(records: readonly { id: string; title: string }[]): Matcher {
  return core.createMatcher(records, PARTS);
}
