import type { SupplyKind } from '../../core/records/kinds.ts';

/**
 * Kinds of supply that can be taken over as they are. A direction, a team or an institution could develop something; a
 * service, an instrument or a pilot base helps to.
 */
export const READY_KINDS = ['achievement', 'patent'] as const satisfies readonly SupplyKind[];
export type ReadyKind = (typeof READY_KINDS)[number];
