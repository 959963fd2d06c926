/**
 * Fingerprint of options and word lists: 64 bits over the UTF-16 units of a text, as 16 hex digits. The low half is
 * FNV-1a, the high half a second hash that it stirs. Tells versions apart; it is no defence against forgery.
 */
export function fingerprint(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 13), 0x85ebca6b);
  }
  return hex(high) + hex(low);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/** The same over a text and lists of whole numbers of up to 32 bits, their lengths included. */
export function fingerprintUnits(text: string, ...lists: readonly ArrayLike<number>[]): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  const take = (unit: number) => {
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 13), 0x85ebca6b);
  };
  for (let i = 0; i < text.length; i++) take(text.charCodeAt(i));
  for (const list of lists) {
    take(list.length);
    for (let i = 0; i < list.length; i++) take(list[i]!);
  }
  return hex(high) + hex(low);
}
