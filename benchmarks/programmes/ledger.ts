import { DEFAULT_TAXONOMY } from 'cuohe';
import { appendEvents, brokerPerformance, type LedgerEvent } from 'cuohe/programmes';
import { EMPTY_LEDGER } from 'cuohe/programmes/cases';
import { type ProgrammeCase, scaled } from './types.ts';

const CHAINS = DEFAULT_TAXONOMY.chains.map(({ code }) => code);
const PATH = ['paired', 'contacted', 'negotiating', 'signed'] as const;

function ledgerCase(profile: string, events: number): ProgrammeCase {
  return {
    name: `broker ledger and performance, ${profile}`,
    programme: 8,
    size: (scale) => `${scaled(events, scale).toLocaleString('en')} events`,
    prepare(scale) {
      const list = Array.from({ length: scaled(events, scale) }, (_, i): LedgerEvent => {
        const pair = Math.floor(i / PATH.length);
        const kind = PATH[i % PATH.length]!;
        const common = { id: `e${i}`, pairId: `p${pair}`, brokerId: `B${pair % 550}`, on: '2026-03-01' };
        return kind === 'paired'
          ? { ...common, kind, chain: CHAINS[pair % CHAINS.length]! }
          : { ...common, kind };
      });
      return () => brokerPerformance(appendEvents(EMPTY_LEDGER, list)).total.entered.signed;
    },
  };
}

export const cases: ProgrammeCase[] = [ledgerCase('M', 10_000), ledgerCase('L', 100_000)];
