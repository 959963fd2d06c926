/**
 * `cuohe/programmes/resources`, shared platforms and innovation vouchers (科技条件平台与创新券).
 * Begin: `list-resources.ts` finds offers by kind; `assess-vouchers.ts` decides by the conditions beside it.
 * Order: stands on `common`, and on no other programme.
 */

export {
  assessVouchers,
  type VoucherDecision,
  type VoucherOffer,
  type VoucherRequest,
} from './assess-vouchers.ts';
export { RESOURCE_LABELS } from './labels.ts';
export { listResources, type ResourceList, type ResourceListOptions } from './list-resources.ts';
export type { VoucherRule } from './voucher-rules.ts';
