import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { ownValue } from '../../base/own-value.ts';
import { trlOf } from '../../core/records/readiness.ts';
import { regionOf } from '../../core/records/region.ts';
import type { MatchRecord } from '../../core/records/types.ts';
import { DAY, ID, itemOf } from '../common/check.ts';
import { nameOf } from '../common/organization.ts';
import { SUPPLY_CLASSES, type SupplyClass, supplyClassOf } from './classes.ts';

/** The three registers: 一库、一账、一清单. */
export const REGISTERS = ['achievements', 'projects', 'problems'] as const;
export type Register = (typeof REGISTERS)[number];

/** Labels of {@link Register}. */
export const REGISTER_NAMES: Readonly<Record<Register, Bilingual>> = {
  achievements: { zh: '成果库', en: 'achievement library' },
  projects: { zh: '研发台账', en: 'R&D ledger' },
  problems: { zh: '问题清单', en: 'problem list' },
};

/** A value that a row may publish beside the usual ones. */
export type FieldValue = string | number | boolean | null | readonly string[];

/** One row of a register, plain JSON: what is published, and what changes are told of. */
export interface RegisterRow {
  readonly id: string;
  readonly title: string;
  /** Name of the organisation. */
  readonly unit: string | null;
  readonly regionCode: string | null;
  /** Wording of the stage, or `TRL 6`. */
  readonly stage: string | null;
  readonly supplyClass: SupplyClass | null;
  /** Codes of chains. */
  readonly chains: readonly string[];
  /** Last day of validity, `YYYY-MM-DD`; `null` where the wording names none. */
  readonly validTo: string | null;
  /** Ids of linked rows of the three registers; those of its own register are empty. */
  readonly achievements: readonly string[];
  readonly projects: readonly string[];
  readonly problems: readonly string[];
  /** Fields of the host, as asked for. */
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** Fields of a row whose changes are told; those of the host come on top. */
export const REGISTER_FIELDS = [
  'title',
  'unit',
  'regionCode',
  'stage',
  'supplyClass',
  'chains',
  'validTo',
  'achievements',
  'projects',
  'problems',
] as const satisfies readonly (keyof RegisterRow)[];

/** Labels of {@link REGISTER_FIELDS}. */
export const REGISTER_FIELD_LABELS: Readonly<Record<(typeof REGISTER_FIELDS)[number], Bilingual>> = {
  title: { zh: '名称', en: 'title' },
  unit: { zh: '单位', en: 'unit' },
  regionCode: { zh: '地区', en: 'region' },
  stage: { zh: '所处阶段', en: 'stage' },
  supplyClass: { zh: '成果类别', en: 'class' },
  chains: { zh: '产业链', en: 'chains' },
  validTo: { zh: '有效期至', en: 'valid to' },
  achievements: { zh: '关联成果', en: 'linked achievements' },
  projects: { zh: '关联研发', en: 'linked R&D' },
  problems: { zh: '关联问题', en: 'linked problems' },
};

const ids = z.array(z.string());
const text = z.nullable(z.string());
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** Shape of a {@link RegisterRow} in a snapshot that was stored. */
export const REGISTER_ROW = itemOf<RegisterRow>({
  id: ID,
  title: z.string(),
  unit: text,
  regionCode: text,
  stage: text,
  supplyClass: z.nullable(z.enum(SUPPLY_CLASSES)),
  chains: ids,
  validTo: z.nullable(DAY),
  achievements: ids,
  projects: ids,
  problems: ids,
  fields: z.record(z.string(), value),
});

/** The row of a checked record, without links. */
export function rowOf(
  record: MatchRecord,
  extra: readonly string[],
  nameOfUnit: (name: string) => string,
): RegisterRow {
  const unit = nameOf(record.organization);
  const trl = trlOf(record);
  return {
    id: record.id,
    title: record.title.trim(),
    unit: unit === undefined ? null : nameOfUnit(unit),
    regionCode: regionOf(record) ?? null,
    stage: record.stage?.raw ?? (trl === undefined ? null : `TRL ${[...new Set(trl)].join('–')}`),
    supplyClass: supplyClassOf(record) ?? null,
    chains: (record.chains ?? []).map(({ code }) => code),
    validTo: record.validTo?.to ?? null,
    achievements: [],
    projects: [],
    problems: [],
    // Not by assignment: a field may be called `__proto__`.
    fields: Object.fromEntries(
      extra.flatMap((field) => {
        const published = fieldValue(ownValue(record, field));
        return published === undefined ? [] : [[field, published]];
      }),
    ),
  };
}

/** What a row publishes of a value: plain ones as they are, of what was read from wording the wording. */
export function fieldValue(value: unknown): FieldValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) {
    const texts = value.map(fieldValue).filter((text) => typeof text === 'string');
    return texts.length === value.length ? texts : undefined;
  }
  const raw = typeof value === 'object' ? (value as { raw?: unknown }).raw : undefined;
  return typeof raw === 'string' ? raw : undefined;
}
