/** Secrecy is a gate, never a score. */

/** Levels from open to closed (保守国家秘密法 names the upper three). */
export const SECRECY_LEVELS = ['public', 'internal', 'secret', 'confidential', 'top-secret'] as const;
export type SecrecyLevel = (typeof SECRECY_LEVELS)[number];

const WORDS: readonly (readonly [RegExp, SecrecyLevel])[] = [
  [/绝密|top.?secret/i, 'top-secret'],
  [/机密|confidential/i, 'confidential'],
  [/非密|不涉密|无密级|未定密|已解密|unclassified/i, 'public'],
  [/秘密|涉密|secret/i, 'secret'],
  [/内部|受限|[不非]公开|不予公开|不对外|internal|restricted/i, 'internal'],
  [/公开|^无$|public/i, 'public'],
];

/** Rank of a wording, 0 (public) to 4. No wording is public; unknown wording is treated as the highest level. */
export function secrecyRank(raw: string | undefined): number {
  const text = raw?.normalize('NFKC').trim() ?? '';
  if (text === '') return 0;
  const level = WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'top-secret';
  return SECRECY_LEVELS.indexOf(level);
}
