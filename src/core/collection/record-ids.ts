import type { Steps } from '../../base/steps.ts';
import { termHash } from '../vectors/vocabulary.ts';

/** Ids looked at between two turns. */
const IDS_A_TURN = 1024;

/**
 * Finds records by their ids: positions in an open hash table. A map would keep all ids as texts, ten times as much
 * memory, and moves what it has when it grows.
 */
export class RecordIds {
  private readonly slots: Uint32Array;
  private readonly idAt: (index: number) => string;

  private constructor(slots: Uint32Array, idAt: (index: number) => string) {
    this.slots = slots;
    this.idAt = idAt;
  }

  /** Of so many records with different ids, in steps. @param idAt the id of a record, of which few are asked for later. */
  static *steps(size: number, idAt: (index: number) => string): Steps<RecordIds> {
    // Half-empty slots keep probe runs short.
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, size * 2))));
    for (let index = 0; index < size; index++) {
      let slot = termHash(idAt(index), '') & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = index + 1;
      if (index % IDS_A_TURN === 0) yield 0;
    }
    return new RecordIds(slots, idAt);
  }

  /** Position of the record with an id, or -1. */
  indexOf(id: string): number {
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = termHash(id, '') & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = slots[slot]! - 1;
      if (this.idAt(index) === id) return index;
    }
    return -1;
  }
}

const BEGINNING = [...'{"id":"'].map((char) => char.charCodeAt(0));
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The id of a record in JSON, where it stands first, as in most, and is written as it is: the rest is not read.
 * Undefined elsewhere.
 */
export function leadingId(json: Uint8Array, start: number, end: number): string | undefined {
  for (let i = 0; i < BEGINNING.length; i++) if (json[start + i] !== BEGINNING[i]) return undefined;
  let id = '';
  for (let at = start + BEGINNING.length; at < end; at++) {
    const byte = json[at]!;
    if (byte === QUOTE) return id;
    if (byte === BACKSLASH || byte >= 0x80) return undefined;
    id += String.fromCharCode(byte);
  }
  return undefined;
}
