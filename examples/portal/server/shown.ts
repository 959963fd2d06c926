import type { FieldSpan, MatchRecord, Organization } from 'cuohe';
import type { MarkedText, ShownField } from './api.ts';
import { joined, marked } from './marks.ts';
import { FIELD_NAMES } from './names.ts';

/** What of a record is shown. */

/** The organisation, else the first that completed the achievement; empty where none is named. */
export function organizationName(record: MatchRecord): string {
  const others = record.kind === 'demand' ? [] : (record.completingOrganizations ?? []);
  const named: string | Organization | undefined = record.organization ?? others[0];
  return typeof named === 'string' ? named : (named?.name ?? '');
}

/** GB/T 2260 code, or name of an area; empty where none is stated. */
export function regionOf(record: MatchRecord): string {
  const { regionCode, organization } = record;
  return regionCode ?? (typeof organization === 'object' ? organization.regionCode : undefined) ?? '';
}

/** A region with all that contain it: 21, 2101, 210112; an area without a code alone. */
export function regionKeysOf(record: MatchRecord): string[] {
  const region = regionOf(record);
  if (!/^\d{6}$/.test(region)) return [region];
  const keys = [2, 4, 6].map((length) => region.slice(0, length));
  return keys.filter((key, i) => i === 0 || !key.endsWith('00'));
}

/** The title, else the beginning of the text, marked. */
export function titleOf(record: MatchRecord, spans: readonly FieldSpan[] = []): MarkedText {
  if (record.title.trim() !== '') return marked(record.title, 'title', spans);
  return { text: `${(record.text ?? record.problem ?? record.id).trim().slice(0, 40)}…`, marks: [] };
}

/** The fields that are shown, each marked. */
export function fieldsOf(record: MatchRecord, spans: readonly FieldSpan[] = []): ShownField[] {
  return Object.entries(FIELD_NAMES).flatMap(([key, label]) => {
    const shown = fieldOf(record[key], key, spans);
    return shown.text.trim() === '' ? [] : [{ key, label, ...shown }];
  });
}

/** What a list shows below a title: the field that holds the most marks, else the first. */
export function mainText(record: MatchRecord, spans: readonly FieldSpan[]): MarkedText {
  const fields = fieldsOf(record, spans);
  const size = ({ marks }: MarkedText) => marks.reduce((sum, [start, end]) => sum + end - start, 0);
  let best: MarkedText | undefined;
  for (const field of fields) if (best === undefined || size(field) > size(best)) best = field;
  return best ?? { text: '', marks: [] };
}

function fieldOf(value: unknown, path: string, spans: readonly FieldSpan[]): MarkedText {
  if (Array.isArray(value)) {
    const parts = value.map((item, i) => fieldOf(item, `${path}[${i}]`, spans));
    return joined(
      parts.filter(({ text }) => text !== ''),
      '、',
    );
  }
  if (typeof value === 'string') return marked(value, path, spans);
  if (typeof value !== 'object' || value === null) return { text: '', marks: [] };
  // Values keep their wording; a right in intellectual property has a type, a number and a status.
  const { raw, type, number, status } = value as Readonly<Record<string, unknown>>;
  const parts = raw === undefined ? [type, number, status] : [raw];
  return marked(parts.filter((part) => typeof part === 'string').join(' '), path, spans);
}
