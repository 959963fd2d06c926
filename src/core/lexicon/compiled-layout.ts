import { CuoheError } from '../../base/errors.ts';
import { COMPILED_FORMAT, type CompiledHead, FIRST_UNIT, SECTIONS, type Section } from './compiled-form.ts';

/** Where words begin, by their lengths. A loop of its own, without calls: it is run once, and never gets warm. */
export function startsOf(text: string, lengths: number, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let i = 0, at = 0; i < count; ) {
    at += text.charCodeAt(lengths + i) - FIRST_UNIT;
    starts[++i] = at;
  }
  return starts;
}

/** Where each part of the words begins. */
export function placesOf({ parts }: CompiledHead): Record<keyof CompiledHead['parts'] | 'end', number> {
  const generic = parts.names;
  const senses = generic + parts.generic;
  const everyday = senses + parts.senses;
  const heads = everyday + parts.everyday;
  return { names: 0, generic, senses, everyday, heads, end: heads + parts.heads };
}

/** The first line. @throws CuoheError `INVALID_LEXICON` for a text that is none, or of another version. */
export function readHead(text: string): CompiledHead {
  const end = text.indexOf('\n');
  const head = end > 0 ? parseHead(text.slice(0, end)) : undefined;
  if (head?.cuohe !== 'lexicon') throw unreadable('it is no compiled lexicon');
  if (head.format !== COMPILED_FORMAT) throw unreadable('it was compiled by another version');
  const length = head.sections.reduce((sum, size) => sum + size, end + 1);
  if (length !== text.length) throw unreadable('it is cut off, or was read in another encoding than UTF-8');
  return head;
}

function parseHead(line: string): CompiledHead | undefined {
  try {
    return JSON.parse(line) as CompiledHead;
  } catch {
    return undefined;
  }
}

function unreadable(why: string): CuoheError {
  return new CuoheError('INVALID_LEXICON', `This text cannot be opened as a lexicon: ${why}`);
}

/** Where each section begins. */
export function sectionsOf(text: string, { sections }: CompiledHead): Record<Section | 'end', number> {
  const found: Partial<Record<Section | 'end', number>> = {};
  let at = text.indexOf('\n') + 1;
  SECTIONS.forEach((section, i) => {
    found[section] = at;
    at += sections[i]!;
  });
  return { ...found, end: at } as Record<Section | 'end', number>;
}
