/**
 * Room `defaults/lexicon`: the words of the domain as text, a file a chain, for people who know a field.
 * Begin: CONTRIBUTING.md has the grammar; `lists.ts` puts the lists together, `compiled.ts` is what
 * `npm run build:lexicon` makes of them.
 * Order: data; the core reads it and holds none of it.
 */

import type { Lexicon, LexiconSource } from '../../core/lexicon/lexicon.ts';
import { openCompiled } from '../../core/matcher/lexicons.ts';
import COMPILED from './compiled.ts';

let opened: ReturnType<typeof openCompiled> | undefined;
let source: LexiconSource | undefined;

function compiled(): ReturnType<typeof openCompiled> {
  opened ??= openCompiled(COMPILED);
  return opened;
}

/** The domain lexicon that comes with the library, to build upon; read from its compiled form when first asked for. */
export function domainLexicon(): LexiconSource {
  source ??= compiled().source();
  return source;
}

/** The domain lexicon with the words of the default taxonomy, ready to use. */
export function compiledLexicon(): Lexicon {
  return compiled().lexicon;
}
