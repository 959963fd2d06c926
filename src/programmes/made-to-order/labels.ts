import { ORDER_STANDING_LABELS } from './order-types.ts';

/** What the codes in the answers are called, by the name of the code. */
export const ORDER_LABELS = { standing: ORDER_STANDING_LABELS } as const;
