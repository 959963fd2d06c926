/**
 * `cuohe/programmes/made-to-order`, R&D to order (订单式研发): demands that nothing meets, and who could develop it.
 * Begin: `orders.ts` plans, `evidence.ts` says whether a record rests on the object, `units.ts` groups the developers, `watch-lists.ts` is for firms that lead a chain.
 * Order: stands on `common`, and on no other programme.
 */

export { ORDER_STANDING_LABELS } from './order-types.ts';
export { DEVELOPER_KINDS, type MadeToOrderOptions, type MadeToOrderPlan, planMadeToOrder } from './orders.ts';
export { type ChainLeader, type WatchLists, type WatchOptions, watchLists } from './watch-lists.ts';
