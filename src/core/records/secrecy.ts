/** Secrecy is a gate, never a score. */

/**
 * Levels from open to closed: 公开, 内部, 秘密, 机密, 绝密 (保守国家秘密法 names the upper three), in the order of English use:
 * confidential lies below secret.
 */
export const SECRECY_LEVELS = ['public', 'internal', 'confidential', 'secret', 'top-secret'] as const;
/** One of {@link SECRECY_LEVELS}. */
export type SecrecyLevel = (typeof SECRECY_LEVELS)[number];

/** The same levels as Chinese offices name them. */
export const SECRECY_NAMES_ZH = ['公开', '内部', '秘密', '机密', '绝密'] as const;
export type SecrecyNameZh = (typeof SECRECY_NAMES_ZH)[number];

/** The level of a name in either language; undefined for anything else: a gate that is not understood stays shut. */
export function clearanceOf(name: unknown): SecrecyLevel | undefined {
  const names: readonly unknown[] = SECRECY_NAMES_ZH;
  const levels: readonly unknown[] = SECRECY_LEVELS;
  return SECRECY_LEVELS[names.includes(name) ? names.indexOf(name) : levels.indexOf(name)];
}

/** What says that a record is closed, wherever it stands in the wording; the most closed first. */
const CLOSED: readonly (readonly [RegExp, SecrecyLevel])[] = [
  [/绝密|top.?secret/, 'top-secret'],
  [/机密|secret/, 'secret'],
  [/(?<!非|不)涉密|秘密|confidential/, 'confidential'],
  [
    /内部|受限|[不非未]公开|不予公开|(?:依申请|限制|有限|部分|有条件)公开|不对外|internal|restricted/,
    'internal',
  ],
];
/** Words that mean an open record when they are all there is. */
const OPEN =
  /^(?:(?:完全|全面|可|可以|主动|对外|向?社会|向?全社会)?公开(?:级|类|发布)?|非密级?|[不非]涉密|无密级|未定密|已?解密|无|public|open|unclassified)$/;
const LABEL = /^(?:密级|保密级别|保密等级|涉密情况|secrecy|level)$/;

/**
 * Rank of a wording, 0 (public) to 4. No wording is public. A gate fails closed: a word that is not known makes the
 * whole wording the highest level, so that 不宜公开 never passes for 公开.
 */
export function secrecyRank(raw: string | undefined): number {
  const text = raw?.trim() ?? '';
  if (text === '') return 0;
  return SECRECY_LEVELS.indexOf(
    text.length > MAX_LENGTH ? 'top-secret' : levelOf(text.normalize('NFKC').toLowerCase()),
  );
}

/** Who writes more than this has a condition in mind. */
const MAX_LENGTH = 100;

function levelOf(text: string): SecrecyLevel {
  const closed = CLOSED.find(([pattern]) => pattern.test(text.replace(/\s+/g, '')) || pattern.test(text));
  if (closed !== undefined) return closed[1];
  const words = text.split(/[\s,.;:、。/|()[\]【】]+/).filter((word) => word !== '' && !LABEL.test(word));
  return words.length > 0 && words.every((word) => OPEN.test(word)) ? 'public' : 'top-secret';
}
