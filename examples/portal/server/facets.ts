import type { RecordKind } from 'cuohe';
import { type Bilingual, type Choice, FACETS, type Facet, type Question } from './api.ts';
import type { Collection } from './collection.ts';
import { KIND_NAMES, regionName, STAGE_ORDER, stageName } from './names.ts';

/** Choices of a facet that are listed. */
const MOST_CHOICES = 60;

/** What can be chosen: names and counts; what is chosen is always there, even where nothing is left of it. */
export function facetChoices(
  collection: Collection,
  question: Question,
  counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>,
): Readonly<Record<Facet, readonly Choice[]>> {
  const chainNames = new Map(
    collection.matcher.taxonomy.chains.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]),
  );
  const names: Readonly<Record<Facet, (key: string) => Bilingual>> = {
    chains: (key) => chainNames.get(key) ?? stageless(key),
    regions: regionName,
    kinds: (key) => KIND_NAMES[key as RecordKind] ?? stageless(key),
    stages: stageName,
  };
  return Object.fromEntries(
    FACETS.map((facet) => {
      const chosen = question[facet];
      const keys = [...new Set([...Object.keys(counts[facet]), ...chosen])];
      const choices = keys.map((key): Choice => {
        const count = Object.hasOwn(counts[facet], key) ? counts[facet][key]! : 0;
        return { key, ...names[facet](key), count, chosen: chosen.includes(key) };
      });
      return [facet, choices.sort(ORDERS[facet]).slice(0, MOST_CHOICES)];
    }),
  ) as Record<Facet, Choice[]>;
}

function stageless(key: string): Bilingual {
  return key === '' ? { zh: '未归类', en: 'none' } : { zh: key, en: key };
}

const byCount = (a: Choice, b: Choice) =>
  Number(a.key === '') - Number(b.key === '') || b.count - a.count || (a.key < b.key ? -1 : 1);
/** A region before the regions in it, the unnamed last. */
const byKey = (a: Choice, b: Choice) =>
  Number(a.key === '') - Number(b.key === '') || (a.key < b.key ? -1 : 1);
const byStage = (a: Choice, b: Choice) => stagePlace(a.key) - stagePlace(b.key);
const ORDERS = { chains: byCount, regions: byKey, kinds: byCount, stages: byStage };

function stagePlace(key: string): number {
  const place = STAGE_ORDER.indexOf(key);
  return place < 0 ? STAGE_ORDER.length : place;
}
