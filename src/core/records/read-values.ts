import { parseAmount } from './amount.ts';
import { parseDate } from './dates.ts';
import { parseIpc } from './ipc.ts';
import { splitList, splitOrganizations, splitPeople } from './lists.ts';
import { parseModes } from './modes.ts';
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
  const list = (field: string, split: (text: string) => string[]) => {
    const given = record[field];
    if (typeof given === 'string') record[field] = split(given);
    else if (Array.isArray(given)) {
      // A blank item stays, so that those behind it keep their places.
      record[field] = given.flatMap((item) => {
        const parts = typeof item === 'string' ? split(item) : [item];
        return parts.length === 0 ? [item] : parts;
      });
    }
  };
  list('keywords', splitList);
  for (const field of ['completers', 'preferredExperts']) list(field, splitPeople);
  for (const field of ['completingOrganizations', 'preferredOrganizations']) list(field, splitOrganizations);
  read('stage', (given) => parseStage(given, rules));
  read('validFrom', parseDate);
  read('validTo', parseDate);
  for (const field of ['price', 'budget']) {
    read(field, parseAmount);
    if (typeof record[field] === 'number') record[field] = parseAmount(record[field]);
  }
  const items = (field: string, reader: (given: string) => unknown[]) => {
    const given = record[field];
    if (typeof given === 'string') record[field] = reader(given);
    else if (Array.isArray(given))
      record[field] = given.flatMap((item) => (typeof item === 'string' ? reader(item) : [item]));
  };
  for (const field of ['transferModes', 'cooperationModes']) items(field, parseModes);
  items('ipc', parseIpc);
  const chains = record.chains as readonly (string | ChainRef)[] | undefined;
  if (chains !== undefined)
    record.chains = chains.map((chain) => (typeof chain === 'string' ? { code: chain } : chain));
  return record as unknown as MatchRecord;
}
