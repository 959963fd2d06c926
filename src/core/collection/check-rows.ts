import { lengthOf } from '../dense/space.ts';
import { FIRST_TEXT_SIGNAL } from '../vectors/signals.ts';
import { idfWeight } from '../vectors/weighting.ts';
import type { Collection } from './collection.ts';
import type { Findings } from './findings.ts';

/** Squares may be added in another order than where a row was made. */
const MOST_SQUARES = 1 + 2 ** -40;
/** Logarithms of two engines may differ in the last bits. */
const SAME_LOGARITHM = 1e-12;

/** Terms ascend, and each is found. */
export function checkVocabulary({ vectorizer }: Collection, findings: Findings): void {
  const { vocabulary } = vectorizer.parts;
  let before = '';
  for (let id = 0; id < vocabulary.size; id++) {
    const term = vocabulary.term(id);
    if (id > 0 && term <= before)
      findings.add('vocabulary.pool', `term ${id}`, 'ascending terms', 'another order');
    const found = vocabulary.id(term);
    if (found !== id) findings.add('vocabulary.slots', `term ${id}`, id, found);
    before = term;
  }
}

/** Weights are above 0, no row is longer than 1, and rarities are those of the frequencies. */
export function checkRows({ rows, vectorizer }: Collection, findings: Findings): void {
  for (let row = 0; row < rows.size; row++) {
    const { weights } = rows.row(row);
    let squares = 0;
    for (const weight of weights) squares += weight * weight;
    if (!(squares <= MOST_SQUARES))
      findings.add('rows.codes', `row ${row}`, 'a length of at most 1', Math.sqrt(squares));
    const place = weights.findIndex((weight) => !(weight > 0));
    if (place >= 0) findings.add('rows.codes', `row ${row}`, 'weights above 0', weights[place]);
  }
  const { frequencies, rarities } = rows.arrays;
  if (rows.arrays.codes.length === 0) return;
  const { count, documentFrequencies } = vectorizer.parts;
  frequencies.forEach((frequency, i) => {
    const expected = idfWeight(count, frequency);
    if (!(Math.abs(rarities[i]! / expected - 1) <= SAME_LOGARITHM))
      findings.add('rows.rarities', `place ${i}`, expected, rarities[i]);
  });
  const known = new Set(frequencies);
  const firstText = vectorizer.signalStarts[FIRST_TEXT_SIGNAL]!;
  for (let id = firstText; id < documentFrequencies.length; id++) {
    const frequency = documentFrequencies[id]!;
    if (!known.has(frequency)) findings.add('rows.frequencies', `term ${id}`, frequency, 'none');
  }
}

/** Lengths of vectors are those of their values. */
export function checkVectors({ dense }: Collection, findings: Findings): void {
  for (let row = 0; row < (dense?.size ?? 0); row++) {
    const vector = dense!.at(row);
    if (vector === undefined) continue;
    const length = lengthOf(vector.values);
    if (length !== vector.norm) findings.add('dense.norms', `row ${row}`, length, vector.norm);
  }
}
