import type { Match } from 'cuohe';
import type { Item } from './api.ts';
import type { Collection } from './collection.ts';
import { excerptOf } from './marks.ts';
import { KIND_NAMES, regionName } from './names.ts';
import { mainText, organizationName, regionKeysOf, titleOf } from './shown.ts';

/** A record as a list shows it. @param match what the search says of it; nothing where nothing was asked. */
export function itemOf(collection: Collection, index: number, match: Match | undefined, rank: number): Item {
  const record = collection.record(index);
  const spans = match?.phrases.flatMap(({ recordSpans }) => recordSpans) ?? [];
  const shared = new Set(match?.chains.map(({ code }) => code));
  const region = regionKeysOf(record).at(-1)!;
  return {
    side: collection.side,
    id: record.id,
    ...(match && { rank, score: match.score, reason: { zh: match.reason.zh, en: match.reason.en } }),
    ...(match?.level && {
      level: { level: match.level.level, zh: match.level.labelZh, en: match.level.labelEn },
    }),
    title: excerptOf(titleOf(record, spans), 300),
    excerpt: excerptOf(mainText(record, spans)),
    kind: KIND_NAMES[record.kind],
    organization: organizationName(record),
    ...(region === '' ? {} : { region: regionName(region) }),
    stage: record.stage?.raw ?? '',
    chains: collection.chains(index).map(({ code, nameZh, nameEn }) => ({
      code,
      zh: nameZh,
      en: nameEn,
      shared: shared.has(code),
    })),
  };
}
