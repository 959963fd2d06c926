import { last } from '../../../src/base/steps.ts';
import { HEAD_START, type SectionEntry } from '../../../src/core/collection/container.ts';
import { sealSteps } from '../../../src/core/collection/sections.ts';

/** Writes the checks that fit changed bytes; what forges a file does so. @param entries those of the head, where it can be read. */
export function mended(bytes: Uint8Array, entries = entriesOf(bytes)): Uint8Array {
  last(sealSteps(bytes, entries));
  return bytes;
}

/** What the head says of the sections. */
export function entriesOf(bytes: Uint8Array): readonly SectionEntry[] {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  const text = new TextDecoder().decode(bytes.subarray(HEAD_START, HEAD_START + length));
  return (JSON.parse(text) as { sections: SectionEntry[] }).sections;
}
