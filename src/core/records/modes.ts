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

/** Reads one wording; a code is accepted as it is. */
export function parseMode(value: string): Mode {
  const text = foldWording(value);
  if (Object.hasOwn(MODE_WORDS, text)) return { raw: value, code: text };
  for (const [code, words] of Object.entries(MODE_WORDS)) {
    if (words.some((word) => text.includes(word))) return { raw: value, code };
  }
  return { raw: value };
}
