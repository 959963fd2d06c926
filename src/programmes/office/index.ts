/**
 * `cuohe/programmes/office`: the programmes as one office: records read once, matches shared, cases as the spine.
 * Begin: `create.ts` opens an office, `office.ts` is one; `parties.ts` gives units the names that the office has for them.
 * Order: stands on all programmes, and brings the default words and chains: the only one that `cuohe/programmes` has not.
 */

export { createOffice } from './create.ts';
export type { OfficeInput } from './input.ts';
export type { Office } from './office.ts';
export type { OfficeParty } from './parties.ts';
