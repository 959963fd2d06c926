import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { Converter } from 'opencc-js/t2cn';

/** Segmenters and tables that the library does not use: what they say is independent of it. */

const jieba = Jieba.withDict(dict);
const icu = new Intl.Segmenter('zh', { granularity: 'word' });
const simplify = Converter({ from: 't', to: 'cn' });

/** A text as two writings of it are compared: width, case, blanks, tags, entities and script are one. */
export function plain(text: string): string {
  const bare = text
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/&\w{2,8};/g, ' ');
  return simplify(bare.normalize('NFKC').toLowerCase()).replace(/[\s\u200b\u00ad]+/g, '');
}

/** Where the words of a text end by both segmenters: a place that neither knows is inside of a word. */
export function boundariesOf(text: string): ReadonlySet<number> {
  const places = new Set([0, text.length]);
  for (const { index } of icu.segment(text)) places.add(index);
  for (const cut of [jieba.cut(text, false), jieba.cut(text, true)]) {
    let at = 0;
    for (const word of cut) {
      at += word.length;
      places.add(at);
    }
  }
  return places;
}

/** Parts of speech that name nothing: places, adverbs, conjunctions, prepositions, pronouns, particles, times. */
const EMPTY: ReadonlySet<string> = new Set(['ns', 'd', 'c', 'p', 'r', 'u', 'uj', 'f', 't', 'y', 'ad']);

/** What the dictionary takes for an adverb, and is the electrode of a battery. */
const MISTAGGED: ReadonlySet<string> = new Set(['正极', '负极']);

/** Whether a dictionary knows a piece as one word that names no thing and no process. */
export function isEmptyWord(piece: string): boolean {
  if (MISTAGGED.has(piece)) return false;
  const tags = jieba.tag(piece);
  return tags.length === 1 && EMPTY.has(tags[0]!.tag);
}
