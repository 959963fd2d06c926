import { DEFAULT_TAXONOMY } from 'cuohe';
import { assignBrokers, type Broker, type BrokerPair } from 'cuohe/programmes';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const CHAINS = DEFAULT_TAXONOMY.chains.map(({ code }) => code);
const REGIONS = ['02', '03', '04', '05', '06', '11', '12', '13', '14'].map((county) => `2101${county}`);
const CITIES = ['210200', '210300', '210400'];
const LEVELS = ['初级', '中级', '高级'];

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

export const cases: ProgrammeCase[] = [
  // The city has 550 brokers and a thousand demands a year; no province told of more than 2,000 brokers.
  assignCase('M', 1000, 550, 'highs'),
  assignCase('M', 1000, 550, 'greedy'),
  assignCase('L', 5000, 2000, 'greedy'),
];
