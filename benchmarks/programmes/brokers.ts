import { DEFAULT_TAXONOMY } from 'cuohe';
import {
  appendEvents,
  assignBrokers,
  type Broker,
  type BrokerPair,
  brokerPerformance,
  type LedgerEvent,
} from 'cuohe/programmes';
import { EMPTY_LEDGER } from 'cuohe/programmes/cases';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const CHAINS = DEFAULT_TAXONOMY.chains.map(({ code }) => code);
const REGIONS = ['02', '03', '04', '05', '06', '11', '12', '13', '14'].map((county) => `2101${county}`);
const CITIES = ['210200', '210300', '210400'];
const LEVELS = ['初级', '中级', '高级'];
const PATH = ['paired', 'contacted', 'negotiating', 'signed'] as const;

function pairOf(random: Random, i: number): BrokerPair {
  const chains = [random.pick(CHAINS), ...(random.next() < 0.4 ? [random.pick(CHAINS)] : [])];
  const regionCode = random.pick(random.next() < 0.8 ? REGIONS : CITIES);
  return { id: `P${i}`, value: 0.05 + random.next() * 0.4, chains, regionCode };
}

function brokerOf(random: Random, i: number): Broker {
  return {
    id: `B${i}`,
    level: random.pick(LEVELS),
    chains: Array.from({ length: random.between(1, 4) }, () => random.pick(CHAINS)),
    regionCodes: [random.pick(random.next() < 0.8 ? REGIONS : CITIES)],
    capacity: random.between(2, 6),
    load: random.between(0, 3),
  };
}

function assignCase(
  profile: string,
  pairs: number,
  brokers: number,
  method: 'highs' | 'greedy',
): ProgrammeCase {
  return {
    name: `broker assignment by ${method}, ${profile}`,
    programme: 8,
    size: (scale) => `${scaled(pairs, scale).toLocaleString('en')} pairs × ${scaled(brokers, scale)} brokers`,
    prepare(scale) {
      const random = new Random(8);
      const wanting = Array.from({ length: scaled(pairs, scale) }, (_, i) => pairOf(random, i));
      const offering = Array.from({ length: scaled(brokers, scale) }, (_, i) => brokerOf(random, i));
      return async () => (await assignBrokers(wanting, offering, { method })).value;
    },
  };
}

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

export const cases: ProgrammeCase[] = [
  // The city has 550 brokers and a thousand demands a year; no province told of more than 2,000 brokers.
  assignCase('M', 1000, 550, 'highs'),
  assignCase('M', 1000, 550, 'greedy'),
  assignCase('L', 5000, 2000, 'greedy'),
  ledgerCase('M', 10_000),
  ledgerCase('L', 100_000),
];
