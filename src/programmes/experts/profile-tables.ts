import { col, facts, LEFT_OUT, named, reasoned, rounded, type Sheet, sheet } from '../common/sheets.ts';
import { placeName } from '../places/regions.ts';
import type { ExpertProfiles } from './build-profiles.ts';

/** Profiles and what they rest on; namesakes; what could not be read or was left out. */
export function profileSheets({ profiles, namesakes, unread, withheld, expired }: ExpertProfiles): Sheet[] {
  const evidence = profiles.flatMap((profile) => profile.evidence.map((one) => ({ profile, ...one })));
  const same = namesakes.flatMap((ids, i) => ids.map((id) => ({ group: i + 1, id })));
  const names = new Map(profiles.map(({ id, name }) => [id, name]));
  return [
    sheet('专家画像', 'profiles', profiles, [
      person(
        ({ id }) => id,
        ({ name }) => name,
      ),
      col('单位', 'organisation', ({ organization }) => organization),
      col('职称', 'professional title', ({ professionalTitle }) => professionalTitle),
      col('地区', 'region', ({ regionCode }) =>
        placeName(regionCode == null ? undefined : String(regionCode)),
      ),
      col('内容', 'topics', ({ title }) => title),
      col('关键词', 'keywords', ({ keywords }) => keywords),
      col('材料', 'records', ({ recordIds }) => recordIds.length),
    ]),
    sheet('画像材料', 'records', evidence, [
      person(
        ({ profile }) => profile.id,
        ({ profile }) => profile.name,
      ),
      named(
        '记录',
        'record',
        ({ recordId }) => recordId,
        ({ title }) => title,
      ),
      col('权重', 'weight', ({ weight }) => rounded(weight)),
      col('内容相同的记录', 'says the same as', ({ sameAs }) => sameAs),
    ]),
    sheet('同名', 'namesakes', same, [
      col('组', 'group', ({ group }) => group),
      person(
        ({ id }) => id,
        ({ id }) => names.get(id),
      ),
    ]),
    sheet('读不出的人名', 'unread names', unread, [
      named('记录', 'record', ({ recordId }) => recordId),
      col('原文', 'text', ({ text }) => text),
    ]),
    sheet(
      '未采用的记录',
      'left out',
      expired,
      reasoned(
        '记录',
        'record',
        (id) => id,
        () => LEFT_OUT.expired,
      ),
    ),
    facts([['密级超出范围的记录', 'records above the clearance', withheld]]),
  ];
}

/** Columns of a person. */
export function person<T>(id: (item: T) => string | undefined, name: (item: T) => string | undefined) {
  return named<T>('专家', 'expert', id, name);
}
