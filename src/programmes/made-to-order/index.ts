/**
 * `cuohe/programmes/made-to-order`, R&D to order (订单式研发): demands that nothing meets, and who could develop it.
 * Begin: `orders.ts` plans, `units.ts` finds the developers, `watch-lists.ts` is for firms that lead a chain.
 * Order: stands on `common`, and on no other programme.
 */

export { DEVELOPER_KINDS, type MadeToOrderOptions, type MadeToOrderPlan, planMadeToOrder } from './orders.ts';
export { type ChainLeader, type WatchLists, type WatchOptions, watchLists } from './watch-lists.ts';
