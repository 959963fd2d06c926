import { ALERT_TABLES } from './alerts/tables.ts';
import { BROKER_TABLES } from './brokers/tables.ts';
import { CASE_TABLES } from './cases/tables.ts';
import { CHAIN_TABLES } from './chain-library/tables.ts';
import { CHALLENGE_TABLES } from './challenge/tables.ts';
import { CLARITY_TABLES } from './clarity/tables.ts';
import type { SheetKind } from './common/sheets.ts';
import { COMPATIBILITY_TABLES } from './compatibility/tables.ts';
import { DEDUPLICATION_TABLES } from './deduplication/tables.ts';
import { EXPERT_TABLES } from './experts/tables.ts';
import { ORDER_TABLES } from './made-to-order/tables.ts';
import { MATURITY_TABLES } from './maturity/tables.ts';
import { POOLED_TABLES } from './pooled/tables.ts';
import { REGION_TABLES } from './region/tables.ts';
import { REGISTER_TABLES } from './registers/tables.ts';
import { RESOURCE_TABLES } from './resources/tables.ts';
import { SESSION_TABLES } from './sessions/tables.ts';

/** Every kind of result. No two of them fit one result, but an empty list, which fits all. */
export const KINDS: readonly SheetKind[] = [
  ALERT_TABLES,
  BROKER_TABLES,
  CASE_TABLES,
  CHAIN_TABLES,
  CHALLENGE_TABLES,
  CLARITY_TABLES,
  COMPATIBILITY_TABLES,
  DEDUPLICATION_TABLES,
  EXPERT_TABLES,
  ORDER_TABLES,
  MATURITY_TABLES,
  POOLED_TABLES,
  REGION_TABLES,
  REGISTER_TABLES,
  RESOURCE_TABLES,
  SESSION_TABLES,
].flat();

/** Whether something is a result of a kind. */
export function fits({ keys, is }: SheetKind, item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false;
  return keys.every((key) => Object.hasOwn(item, key)) && (is?.({ ...item }) ?? true);
}
