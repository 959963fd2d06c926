/** `cuohe/programmes`: what technology-transfer offices do with records and matches. */
export type { Bilingual } from './shared/bilingual.ts';
