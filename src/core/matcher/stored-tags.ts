import type { ChainTag } from '../chains/tagger.ts';
import type { Attributes } from '../collection/attributes.ts';

/** Chain tags of an indexed record, as it was tagged; without what speaks for them. */
export function storedTags(
  { tagOffsets, tagChains, tagConfidences, chainCodes }: Attributes,
  index: number,
): ChainTag[] {
  const tags: ChainTag[] = [];
  for (let i = tagOffsets[index]!; i < tagOffsets[index + 1]!; i++) {
    const code = chainCodes[tagChains[i]!]!;
    tags.push({ code, confidence: tagConfidences[i]!, given: false, evidence: [] });
  }
  return tags;
}
