/**
 * `cuohe/tables`: what the library answers, as tables for people: of matches, programmes, figures and reports.
 * Begin: `rows.ts`; what columns a result has is in `plans.ts`, what they are called in `headers.ts`.
 * Order: a part of `io`, whose tables it makes, and of `programmes`, whose labels it reads.
 */

export { rows } from './rows.ts';
