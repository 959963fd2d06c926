import type { Bilingual } from '../../base/bilingual.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { SupplyKind } from '../../core/records/kinds.ts';
import { regionOf } from '../../core/records/region.ts';
import type { Achievement } from '../../core/records/types.ts';
import { groupBy } from '../common/group-by.ts';
import { nameOf, organizationKey, organizationOf, type UnitKeys } from '../common/organization.ts';
import type { ObjectEvidence } from './evidence.ts';

/** One record that shows what a unit can do. */
export interface DeveloperRecord {
  readonly id: string;
  readonly kind: SupplyKind;
  readonly title: string;
  /** The matcher's score with the demand, in [0, 1]. */
  readonly score: number;
  /** Shared phrases that tell of things and functions, the best first. */
  readonly phrases: readonly string[];
  /** The matcher's reason. */
  readonly reason: Bilingual;
}

/** A unit that could develop what a demand asks for. */
export interface DeveloperUnit {
  /** Spellings of one organisation share it; `null` for the records that name no unit. */
  readonly key: string | null;
  /** As first written. */
  readonly name: string | null;
  /** Region code of the first record that has one. */
  readonly regionCode: string | null;
  /** Its records, best first. */
  readonly records: readonly DeveloperRecord[];
  readonly reason: Bilingual;
}

/** Names of kinds in a sentence, with their measure word. */
const KINDS: Readonly<Record<SupplyKind, readonly [zh: string, measure: string, en: string]>> = {
  achievement: ['相关成果', '项', 'achievement(s)'],
  expert: ['专家', '位', 'expert(s)'],
  team: ['团队', '个', 'team(s)'],
  direction: ['研发方向', '个', 'research direction(s)'],
  patent: ['专利', '件', 'patent(s)'],
  instrument: ['仪器设备', '台（套）', 'instrument(s)'],
  service: ['技术服务', '项', 'service(s)'],
  institution: ['研究机构', '家', 'institution(s)'],
  'pilot-base': ['中试基地', '个', 'pilot base(s)'],
};
const NAMED = 3;

/** A match of a demand with its record as the matcher read it, and what it says of the demand's object. */
export interface ShownMatch {
  readonly match: Match<Achievement>;
  readonly evidence: ObjectEvidence;
}

/**
 * The units that could develop what a demand asks for: those of which a record shows that they work on its object, by the
 * organisation that owns it, with its other records of the same topic. Units stand in the order of their best match, and
 * their records in the order of the matches, so that the order is the matcher's; records that name no unit are kept
 * together at the end.
 * @param keys which names stand for which unit.
 */
export function developersOf(shown: readonly ShownMatch[], keys?: UnitKeys): DeveloperUnit[] {
  const groups = [...groupBy(shown, ({ match }) => ownerOf(match.record, keys)?.key ?? null)]
    .filter(([, group]) => group.some(({ evidence }) => evidence.isShown))
    .map(([key, group]) => {
      // Records without a unit need not be of one.
      const speaks = ({ isShown, isOfTopic }: ObjectEvidence) => isShown || (key !== null && isOfTopic);
      return [key, group.filter(({ evidence }) => speaks(evidence))] as const;
    });
  const known = groups.filter(([key]) => key !== null);
  const unknown = groups.filter(([key]) => key === null);
  return [...known, ...unknown].map(([key, group]) => unitOf(key, group));
}

/** The organisation of a record, or the first of those that completed it. */
export function ownerOf(record: Achievement, keys?: UnitKeys): ReturnType<typeof organizationOf> {
  const name = nameOf(record.completingOrganizations?.[0]);
  return (
    organizationOf(record, keys) ??
    (name === undefined ? undefined : { key: organizationKey(name, keys), name })
  );
}

function unitOf(key: string | null, shown: readonly ShownMatch[]): DeveloperUnit {
  const regionCode =
    shown.map(({ match: { record } }) => regionOf(record)).find((code) => code !== undefined) ?? null;
  const records = shown.map(
    ({ match: { id, score, reason, record }, evidence }): DeveloperRecord => ({
      id,
      kind: record.kind,
      title: record.title,
      score,
      phrases: evidence.phrases.map(({ phrase }) => phrase),
      reason,
    }),
  );
  const name = ownerOf(shown[0]!.match.record)?.name ?? null;
  return { key, name, regionCode, records, reason: reasonOf(name, records) };
}

function reasonOf(name: string | null, records: readonly DeveloperRecord[]): Bilingual {
  const counts = new Map<SupplyKind, number>();
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const phrases = [...new Set(records.flatMap((record) => record.phrases))].slice(0, NAMED);
  const quoted = phrases.map((phrase) => `“${phrase}”`);
  const has = [...counts].map(([kind, count]) => ({ names: KINDS[kind], count }));
  const zh = has.map(({ names, count }) => `${count}${names[1]}${names[0]}`).join('、');
  const en = has.map(({ names, count }) => `${count} ${names[2]}`).join(', ');
  return {
    zh: `${name ?? '单位未注明'}：有${zh}${quoted.length > 0 ? `，涉及${quoted.join('、')}` : ''}。`,
    en: `${name ?? 'Unit not named'}: ${en}${quoted.length > 0 ? `, about ${quoted.join(', ')}` : ''}.`,
  };
}
