import type { Bilingual } from '../../base/bilingual.ts';
import type { Taxonomy } from '../../core/records/taxonomy.ts';
import { regionRelation } from '../places/nearness.ts';
import type { Regions } from '../places/regions.ts';
import { BROKER_LEVEL_LABELS, BROKER_LEVELS, type Broker, type BrokerPair, levelRank } from './broker.ts';
import type { BrokerFitWeights, Nearness } from './fit.ts';

/** How an assignment is judged and told. */
export interface AssignmentTerms {
  readonly weights: BrokerFitWeights;
  readonly near: Nearness;
  readonly taxonomy: Taxonomy | undefined;
  readonly regions: Regions;
  /** Cases that the broker has taken before this one. */
  readonly further: number;
  /** The standing brokers of the unit. */
  readonly team: readonly string[] | undefined;
}

const STANDING: Bilingual = { zh: '为该单位的固定技术经理人', en: 'the standing broker of the unit' };
const TEAM: Bilingual = { zh: '属该单位的服务团队', en: 'of the team of the unit' };

/** Why this broker: chains, place, level and load, in one sentence. */
export function assignmentReason(
  pair: BrokerPair,
  broker: Broker,
  { further, taxonomy, team, near, regions }: AssignmentTerms,
): Bilingual {
  const parts = [
    ...(team === undefined ? [] : [team.length > 1 ? TEAM : STANDING]),
    chainPart(pair, broker, taxonomy),
    regionPart(pair, broker, near, regions),
    levelPart(broker),
    loadPart(broker, further),
  ];
  const en = parts.map((part) => part.en).join('; ');
  return {
    zh: `${parts.map(({ zh }) => zh).join('，')}。`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`,
  };
}

function chainPart(pair: BrokerPair, broker: Broker, taxonomy: Taxonomy | undefined): Bilingual {
  const { chains: wanted = [] } = pair;
  const { chains: known = [] } = broker;
  if (wanted.length === 0) return { zh: '项目未归入产业链', en: 'the pair is of no chain' };
  if (known.length === 0) return { zh: '不限产业链', en: 'is bound to no chain' };
  const shared = wanted.filter((code) => known.includes(code));
  if (shared.length === 0) return { zh: '项目产业链非其所长', en: 'does not know the chain of the pair' };
  const named = shared.map((code) => taxonomy?.chains.find((chain) => chain.code === code));
  return {
    zh: `熟悉${named.map((chain, i) => chain?.nameZh ?? shared[i]).join('、')}产业链`,
    en: `knows the ${shared.length > 1 ? 'chains' : 'chain'} ${named.map((chain, i) => chain?.nameEn ?? shared[i]).join(', ')}`,
  };
}

function regionPart(
  { regionCode = '' }: BrokerPair,
  { regionCodes = [] }: Broker,
  near: Nearness,
  regions: Regions,
): Bilingual {
  if (regionCode === '') return { zh: '项目未注明地区', en: 'the pair names no region' };
  if (regionCodes.length === 0) return { zh: '不限地区', en: 'is bound to no region' };
  const fits = regionCodes.map((code) => near(regionCode, code));
  const best = Math.max(...fits);
  if (best === 1) return { zh: '负责项目所在地区', en: 'covers the place' };
  const nearest = regionCodes[fits.indexOf(best)];
  if (best > 0) return regionRelation(regionCode, nearest, regions).label;
  // One that is not known may be near.
  const isKnown = regionCodes.every((code) => regionRelation(regionCode, code, regions).code !== 'unknown');
  return isKnown
    ? { zh: '在外地', en: 'works elsewhere' }
    : { zh: '是否同在一地待核实', en: 'whether it is near is to be checked' };
}

function levelPart({ level = '' }: Broker): Bilingual {
  const code = BROKER_LEVELS[levelRank(level)];
  return code === undefined ? { zh: '未注明等级', en: 'names no level' } : BROKER_LEVEL_LABELS[code];
}

function loadPart({ capacity, load = 0 }: Broker, further: number): Bilingual {
  const now = load + further;
  return {
    zh: `手上${now}项、可承接${capacity}项`,
    en: `has ${now} of ${capacity} cases`,
  };
}
