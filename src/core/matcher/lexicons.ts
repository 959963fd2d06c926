import { PieceCounts } from '../chains/piece-counts.ts';
import { writeCompiled } from '../lexicon/compile.ts';
import { CompiledLexicon } from '../lexicon/compiled.ts';
import { defineLexicon, type Lexicon, type LexiconSource, withTaxonomy } from '../lexicon/lexicon.ts';
import { namesOf, tellNames } from '../lexicon/names.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import { foldWord } from '../terms/normalize.ts';
import { runsOf } from '../terms/runs.ts';

/**
 * Checks a lexicon and adds the names, terms and confusable words of a taxonomy to it.
 * @throws InputError `INVALID_LEXICON`
 */
export function createLexicon(source: LexiconSource, taxonomy?: Taxonomy): Lexicon {
  return defineLexicon(taxonomy === undefined ? source : withTaxonomy(source, taxonomy, foldWord), foldWord);
}

/**
 * The compiled form of a lexicon: one text, to be made once, kept in a file as UTF-8, and opened by {@link openLexicon}.
 * The same lexicon gives the same text.
 * @throws InputError `INVALID_LEXICON`
 */
export function compileLexicon(source: LexiconSource, taxonomy?: Taxonomy): string {
  const lexicon = createLexicon(source, taxonomy);
  const codes = taxonomy?.chains.map(({ code }) => code);
  const totals = codes && { codes, counts: [...new PieceCounts(namesOf(lexicon), codes).totals] };
  return writeCompiled({ lexicon, source, fold: foldWord, ideographs: ideographsOf, totals });
}

/**
 * Opens the compiled form of a lexicon, which takes milliseconds. It is equal to the lexicon that {@link createLexicon}
 * makes of the same source and taxonomy, its fingerprint too.
 * @throws CuoheError `INVALID_LEXICON` for another text, or one that another version of this library compiled.
 */
export function openLexicon(compiled: string): Lexicon {
  return openCompiled(compiled).lexicon;
}

/** The same, with the source that was compiled; made when it is asked for. */
export function openCompiled(compiled: string): Pick<CompiledLexicon, 'lexicon' | 'source'> {
  const opened = new CompiledLexicon(compiled);
  const names = opened.names();
  if (names !== undefined) tellNames(opened.lexicon, names);
  return opened;
}

function ideographsOf(name: string): string {
  const runs = runsOf(name).filter(({ kind }) => kind === 'cjk');
  return runs.map(({ start, end }) => name.slice(start, end)).join('\n');
}
