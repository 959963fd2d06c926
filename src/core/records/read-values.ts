import { parseAmount } from './amount.ts';
import { parseDate } from './dates.ts';
import { parseMode } from './modes.ts';
import { parseStage, type StageRule } from './stages.ts';
import type { ChainRef, MatchRecord } from './types.ts';

/** Reads the wording of a plain record into values. */

/** Which of the two schemas applies. */
export type Side = 'achievement' | 'demand';

/** Reads wording into values, in a record that is our own copy. */
export function readValues(
  record: Record<string, unknown>,
  side: Side,
  rules: readonly StageRule[],
): MatchRecord {
  record.kind ??= side;
  const read = (field: string, reader: (given: string) => unknown) => {
    const given = record[field];
    if (typeof given === 'string') record[field] = reader(given);
  };
  read('keywords', splitList);
  read('stage', (given) => parseStage(given, rules));
  read('validFrom', parseDate);
  read('validTo', parseDate);
  for (const field of ['price', 'budget']) {
    read(field, parseAmount);
    if (typeof record[field] === 'number') record[field] = parseAmount(record[field]);
  }
  for (const field of ['transferModes', 'cooperationModes']) {
    read(field, splitList);
    const given = record[field];
    if (Array.isArray(given))
      record[field] = given.map((mode) => (typeof mode === 'string' ? parseMode(mode) : mode));
  }
  const chains = record.chains as readonly (string | ChainRef)[] | undefined;
  if (chains !== undefined)
    record.chains = chains.map((chain) => (typeof chain === 'string' ? { code: chain } : chain));
  return record as unknown as MatchRecord;
}

/** 关键词 in one cell: 涂层、热障,TBC;燃机 */
export function splitList(text: string): string[] {
  return text
    .split(/[、，,;；|\n\t]+|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
