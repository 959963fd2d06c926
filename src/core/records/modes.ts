import { splitList } from './lists.ts';
import { isDenied } from './negation.ts';
import { foldWording } from './wording.ts';

/**
 * Ways of transfer and cooperation. The five statutory kinds of technology contract (Civil Code of the PRC,
 * book three, chapter 20), their usual sub-kinds, and what portals add to them.
 */

/** Code → wordings, the more specific codes first. */
export const MODE_WORDS: Readonly<Record<string, readonly string[]>> = {
  'open-licence': ['开放许可'],
  'equity-contribution': ['作价入股', '技术入股', '入股', '作价投资'],
  'pooled-procurement': ['集采研发', '预采购', '众筹'],
  'joint-development': ['合作开发', '合作研发', '联合攻关', '联合研发', '联合开发', '共同开发', '产学研合作'],
  'commissioned-development': ['委托开发', '委托研发', '定制开发', '订单研发', '定向研发'],
  'technology-licensing': ['技术许可', '专利许可', '许可使用', '许可'],
  'technology-transfer': ['技术转让', '专利转让', '成果转让', '转让', '买断'],
  'technology-consulting': ['技术咨询', '咨询'],
  'technology-service': ['技术服务', '检测服务', '服务'],
  'technology-development': ['技术开发', '开发'],
};

/** A way of cooperation, its wording kept. */
export interface Mode {
  readonly raw: string;
  /** The way of cooperation as a code, `license`; absent for other wording. */
  readonly code?: string;
}

/** Reads one wording; a code is accepted as it is. What is taken back (不接受技术入股) has no code. */
export function parseMode(value: string): Mode {
  const text = foldWording(value);
  if (Object.hasOwn(MODE_WORDS, text)) return { raw: value, code: text };
  for (const [code, words] of Object.entries(MODE_WORDS)) {
    if (words.some((word) => isOffered(text, word))) return { raw: value, code };
  }
  return { raw: value };
}

/** Whether a text holds a word that is neither taken back nor a part of a longer one that is. */
function isOffered(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isDenied(text, at, at + word.length)) return true;
  }
  return false;
}

/** Reads all ways of cooperation of one text, 技术转让、不接受技术入股; each keeps its own piece as `raw`. */
export function parseModes(value: string): Mode[] {
  const text = foldWording(value);
  if (Object.hasOwn(MODE_WORDS, text)) return [{ raw: value, code: text }];
  const pieces = splitList(value).flatMap(choices);
  if (pieces.length < 2) return pieces.length === 0 ? [] : [parseMode(pieces[0]!)];
  let from = 0;
  return pieces.map((raw) => {
    const at = value.indexOf(raw, from);
    from = at + raw.length;
    const read = parseMode(raw);
    if (read.code === undefined || Object.hasOwn(MODE_WORDS, raw)) return read;
    // 不接受技术入股、转让: what is taken back stands in the piece before.
    const before = value.slice(Math.max(0, at - LIST_WINDOW), at);
    const words = MODE_WORDS[read.code]!;
    const isTakenBack = words
      .filter((word) => raw.includes(word))
      .every((word) =>
        isDenied(
          before + raw,
          before.length + raw.indexOf(word),
          before.length + raw.indexOf(word) + word.length,
        ),
      );
    return isTakenBack ? { raw } : read;
  });
}

const LIST_WINDOW = 24;

/** 技术转让或许可 are two; 合作与交流 is left as it is, since not each half is a way. */
function choices(piece: string): string[] {
  const halves = piece.split(/或者?|以及|[及和与/+]/).map((half) => half.trim());
  const isList = halves.length > 1 && halves.every((half) => parseMode(half).code !== undefined);
  return isList ? halves : [piece];
}
