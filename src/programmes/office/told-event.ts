import type { Matcher } from '../../core/matcher/matcher.ts';
import type { SecrecyLevel } from '../../core/records/secrecy.ts';
import type { CaseEvent, CasePair, LedgerEvent } from '../cases/events.ts';
import { closedBy } from '../common/open-records.ts';
import type { Parties } from '../common/pair.ts';
import { type Party, partyOf } from '../common/party.ts';
import type { Rooms } from './input.ts';

type Known = Pick<Rooms, 'supply' | 'demands' | 'directory' | 'clearance'>;

/**
 * An event as an office keeps it: of a pair that is taken up it knows the parties, from the records where the event does not
 * tell and their secrecy lets them be read, under its own names. Anything else, and what is no event, is given back itself.
 */
export function toldEvent(event: LedgerEvent, known: Known): LedgerEvent {
  if (typeof event !== 'object' || event === null || event.kind !== 'paired') return event;
  const { pair } = event as CaseEvent;
  if (typeof pair !== 'object' || pair === null) return event;
  // What is no party is left to the ledger, which names it.
  const told = [pair.parties?.demander, pair.parties?.supplier];
  if (told.some((party) => party !== undefined && !isParty(party))) return event;
  const parties = partiesOf(pair, known);
  return parties === undefined ? event : { ...event, pair: { ...pair, parties } };
}

function partiesOf(
  pair: CasePair,
  { supply, demands, directory, clearance = 'public' }: Known,
): Partial<Parties> | undefined {
  const demander = pair.parties?.demander ?? ownerOf(demands, pair.demandId, clearance);
  const supplier = pair.parties?.supplier ?? ownerOf(supply, pair.supplyId, clearance);
  if (!isParty(demander) && !isParty(supplier)) return undefined;
  return {
    ...(isParty(demander) ? { demander: directory.party(demander) } : {}),
    ...(isParty(supplier) ? { supplier: directory.party(supplier) } : {}),
  };
}

function ownerOf(matcher: Matcher<unknown>, id: unknown, clearance: SecrecyLevel): Party | undefined {
  const index = typeof id === 'string' ? matcher.indexOf(id) : -1;
  if (index < 0) return undefined;
  const record = matcher.parsed(index);
  // Whose a secret record is, is as secret.
  return closedBy(record, { clearance }) === undefined ? partyOf(record) : undefined;
}

function isParty(given: unknown): given is Party {
  const { id, name } = (given ?? {}) as Partial<Party>;
  return typeof id === 'string' && typeof name === 'string';
}
