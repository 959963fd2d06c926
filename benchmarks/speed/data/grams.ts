import { RowBuilder } from './row-builder.ts';
import type { CountedData } from './vectors.ts';

/**
 * Single ideographs and pairs of neighbours, and whole words of letters and digits in lower case: what a tokenizer
 * for Chinese without a dictionary gives. The peers that bring none of their own are handed this one.
 */
export function grams(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(/\p{Script=Han}+|[\p{Script=Latin}\p{Nd}]+/gu)) {
    if (!/^\p{Script=Han}/u.test(run)) {
      found.push(run.toLowerCase());
      continue;
    }
    const characters = [...run];
    for (const [i, character] of characters.entries()) {
      found.push(character);
      if (i > 0) found.push(characters[i - 1]! + character);
    }
  }
  return found;
}

/** Counts of the grams of texts; ids in the order of UTF-16 units, as the library gives them. */
export function gramRows(records: readonly string[], queries: readonly string[]): CountedData {
  const provisional = new Map<string, number>();
  const drawn = [...records, ...queries].map((text) =>
    Uint32Array.from(grams(text), (gram) => {
      const known = provisional.get(gram) ?? provisional.size;
      if (known === provisional.size) provisional.set(gram, known);
      return known;
    }),
  );
  const place = new Uint32Array(provisional.size);
  const ordered = [...provisional.keys()].sort();
  for (const [id, gram] of ordered.entries()) place[provisional.get(gram)!] = id;
  const rows = (texts: readonly Uint32Array[]) => {
    const builder = new RowBuilder();
    for (const text of texts) builder.add(text.map((id) => place[id]!));
    return builder.finish();
  };
  return {
    terms: place.length,
    records: rows(drawn.slice(0, records.length)),
    queries: rows(drawn.slice(records.length)),
  };
}
