import type { Bilingual } from '../base/bilingual.ts';
import type { ReportWords } from './words.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

/** Sentences and figures as they are written. */

export const WORDS: Readonly<Record<keyof Bilingual, ReportWords>> = { zh: ZH, en: EN };

/** A sentence with texts in place of `{name}`. */
export function say(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** A share of a whole in percent; a dash of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`;
}

/** A whole number with its thousands apart. */
export function figure(value: number): string {
  return value.toLocaleString('en-US');
}
