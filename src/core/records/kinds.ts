/** Kinds of supply; all share the fields of an achievement. */
export const SUPPLY_KINDS = [
  'achievement',
  'expert',
  'team',
  'direction',
  'patent',
  'instrument',
  'service',
  'institution',
  'pilot-base',
] as const;

/** A kind of supply: 科技成果, 专家, 团队, 研发方向, 专利, 仪器设备, 服务, 机构, 中试基地. */
export type SupplyKind = (typeof SUPPLY_KINDS)[number];

/** Any kind of record. */
export type RecordKind = SupplyKind | 'demand';

/** Every kind, in the order of the codes that a saved index uses. */
export const RECORD_KINDS: readonly RecordKind[] = [...SUPPLY_KINDS, 'demand'];
