import { CanonicalTerms } from '../../../src/core/lexicon/canonical.ts';
import type { Lexicon } from '../../../src/core/lexicon/lexicon.ts';
import { designationsOf } from '../../../src/core/terms/designations.ts';
import { isFunctionCharacter, isSeparatingCharacter } from '../../../src/core/terms/function-characters.ts';
import { wordTerm } from '../../../src/core/terms/latin.ts';
import { measuresOf } from '../../../src/core/terms/measures.ts';
import type { NgramWeights } from '../../../src/core/terms/ngrams.ts';
import { foldWord } from '../../../src/core/terms/normalize.ts';
import { plainReading } from '../../../src/core/terms/reading-text.ts';
import { runsOf } from '../../../src/core/terms/runs.ts';
import type { Token } from '../../../src/core/terms/tokenizer.ts';

/**
 * What the default tokenizer gives, as it is said: each token an object, each term a text of its own, each word looked up
 * where it stands, nothing kept. Latin runs are left out.
 */
export function plainTokens(text: string, lexicon: Lexicon, use: NgramWeights): Token[] {
  const canonical = new CanonicalTerms(lexicon, foldWord);
  const tokens: Token[] = [];
  const add = (term: string, start: number, end: number, weight: number, kind: Token['kind'] = 'words') => {
    if (weight > 0) tokens.push({ term, start, end, weight, kind });
  };
  const spell = (name: string, start: number, end: number, factor: number) => {
    for (const { term, weight, kind } of grams(name, () => Math.fround(factor), use))
      add(term, start, end, weight!, kind);
  };
  const factors = Array.from(text, () => 1);
  factors.length = text.length;
  factors.fill(1);
  for (const { word, start, end } of lexicon.finder.segment(text)) {
    const generic = lexicon.generic.get(word);
    if (generic !== undefined) {
      factors.fill(Math.fround(generic), start, end);
      continue;
    }
    for (const [i, given] of (lexicon.everyday.get(word) ?? []).entries()) {
      const term = canonical.of(given)?.term ?? given;
      const factor = use.everyday / (i + 1);
      add(term, start, end, use.word * factor);
      if (use.everyday > 0) spell(term, start, end, factor);
    }
    const senses = lexicon.senses.get(word) ?? [];
    const meant = senses.filter(({ words }) => words.some((other) => text.includes(other)));
    const entry = lexicon.byName.get(word) ?? (meant.length === 1 ? meant[0]!.entry : undefined);
    if (entry === undefined) continue;
    const { term, broader } = canonical.ofEntry(entry);
    add(term, start, end, use.word);
    for (const part of use.word > 0 ? canonical.partsOf(word) : []) {
      if (part.term !== broader) add(part.term, start + part.start, start + part.end, use.word);
    }
    if (term !== word && use.synonym > 0) spell(term, start, end, use.synonym);
    if (broader !== undefined) add(broader, start, end, use.broader);
  }
  for (const { word, start, end } of lexicon.functionFinder.segment(text)) {
    for (const term of lexicon.functions.get(word)!) add(term, start, end, 1, 'functions');
  }
  const reading = plainReading(text);
  const read = new Set<number>();
  const take = ({ start, end }: { readonly start: number; readonly end: number }) => {
    for (let at = start; at < end; at++) read.add(at);
  };
  for (const found of designationsOf(text, reading)) {
    for (const term of found.terms)
      add(term, found.start, found.end, use.latin * factors[found.start]!, 'latin');
    take(found);
  }
  const { measures, spans } = measuresOf(reading);
  for (const { term, start, end, hasUnit } of measures) {
    if (read.has(start)) continue;
    const weight = use.latin * factors[start]!;
    add(term, start, end, hasUnit ? weight / 4 : weight, hasUnit ? 'words' : 'latin');
  }
  spans.forEach(take);
  for (const at of read) factors[at] = 0;
  tokens.push(...grams(text, (at) => factors[at]!, use));
  return tokens;
}

/** The ideographs and pairs of a text, pair by pair of neighbours in its runs. */
function grams(text: string, factorAt: (at: number) => number, use: NgramWeights): Token[] {
  const tokens: Token[] = [];
  for (const run of runsOf(text)) {
    if (run.kind !== 'cjk') continue;
    let at = run.start;
    let before: { readonly char: string; readonly at: number } | undefined;
    for (const char of text.slice(run.start, run.end)) {
      const unit = char.charCodeAt(0);
      if (isSeparatingCharacter(unit)) before = undefined;
      else {
        const end = at + char.length;
        const one = isFunctionCharacter(unit) ? 0 : use.unigram * factorAt(at);
        if (one > 0) tokens.push({ term: char, start: at, end, weight: one, kind: 'characters' });
        const two = before === undefined ? 0 : use.bigram * Math.min(factorAt(at), factorAt(before.at));
        if (two > 0)
          tokens.push({ term: before!.char + char, start: before!.at, end, weight: two, kind: 'pairs' });
        before = { char, at };
      }
      at += char.length;
    }
  }
  return tokens;
}

/** Whether a token is of a run of letters and digits, as `wordTerm` gives it: the reference leaves these out. */
export function isOfLatinRun(text: string, { term, start, end, kind }: Token): boolean {
  if (kind !== 'latin') return false;
  const part = text.slice(start, end);
  return wordTerm(part) === term && runsOf(text).some((run) => run.start <= start && end <= run.end);
}
