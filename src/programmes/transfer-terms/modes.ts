import type { Bilingual } from '../../base/bilingual.ts';
import { ownValue } from '../../base/own-value.ts';
import type { Mode } from '../../core/records/modes.ts';
import { listed, type PartBody } from './part.ts';

/** Ways of transfer and cooperation in words, by the codes of `MODE_WORDS`. */
export const MODE_LABELS: Readonly<Record<string, Bilingual>> = {
  'open-licence': { zh: '开放许可', en: 'open licence' },
  'equity-contribution': { zh: '作价入股', en: 'contribution as equity' },
  'pooled-procurement': { zh: '集采研发', en: 'pooled procurement' },
  'joint-development': { zh: '合作开发', en: 'joint development' },
  'commissioned-development': { zh: '委托开发', en: 'commissioned development' },
  'technology-licensing': { zh: '技术许可', en: 'licence' },
  'technology-transfer': { zh: '技术转让', en: 'assignment' },
  'technology-consulting': { zh: '技术咨询', en: 'consulting' },
  'technology-service': { zh: '技术服务', en: 'service' },
  'technology-development': { zh: '技术开发', en: 'development' },
};

/**
 * Wanted → offered ways that are as good beside the same one. Development is the statutory kind; joint and
 * commissioned development are its two forms (Civil Code of the PRC, article 851), and an open licence is a licence
 * (Patent Law of the PRC, article 50). The table is our proposal.
 */
const AS_GOOD: Readonly<Record<string, readonly string[]>> = {
  'technology-licensing': ['open-licence'],
  'technology-development': ['joint-development', 'commissioned-development'],
  'joint-development': ['technology-development'],
  'commissioned-development': ['technology-development'],
  'pooled-procurement': ['commissioned-development', 'technology-development'],
};

/** Ways between which parties often move: what passes a right on, what is worked for. */
const NEAR: readonly (readonly string[])[] = [
  ['technology-transfer', 'technology-licensing', 'open-licence', 'equity-contribution'],
  ['technology-development', 'joint-development', 'commissioned-development', 'pooled-procurement'],
  ['technology-service', 'technology-consulting', 'commissioned-development'],
];

/** The codes of ways as read; other wording has none. */
export function modeCodes(modes: readonly Mode[] | undefined): string[] {
  return [...new Set((modes ?? []).flatMap(({ code }) => code ?? []))];
}

/** Offered ways that a demand accepts, in the order offered. */
export function acceptedModes(wanted: readonly string[], offered: readonly string[]): string[] {
  return offered.filter((code) =>
    wanted.some((want) => want === code || ownValue(AS_GOOD, want)?.includes(code)),
  );
}

/** Way of transfer: what the demand accepts against what is offered. */
export function comparedModes(wanted: readonly string[], offered: readonly string[]): PartBody {
  if (wanted.length === 0 || offered.length === 0) {
    const [zh, en] = [
      wanted.length === 0 ? '需求方' : '供给方',
      wanted.length === 0 ? 'the demand' : 'the supply side',
    ];
    return {
      status: 'unknown',
      code: 'not-stated',
      reason: { zh: `${zh}未写明合作方式`, en: `${en} states no way of transfer` },
      advice: { zh: `请${zh}补充可接受的合作方式`, en: `ask ${en} which ways it accepts` },
    };
  }
  const names = (codes: readonly string[]) =>
    listed(codes.map((code) => ownValue(MODE_LABELS, code) ?? { zh: code, en: code }));
  const shared = acceptedModes(wanted, offered);
  if (shared.length > 0) {
    const ways = names(shared);
    return {
      status: 'met',
      code: 'shared-mode',
      reason: { zh: `双方都可采用${ways.zh}`, en: `both accept: ${ways.en}` },
    };
  }
  const near = offered.filter((code) =>
    NEAR.some((group) => group.includes(code) && wanted.some((want) => group.includes(want))),
  );
  const [want, offer] = [names(wanted), names(offered)];
  const bridge = names(near.length > 0 ? near : offered);
  return {
    status: 'failed',
    code: near.length > 0 ? 'near-mode' : 'other-mode',
    reason: {
      zh: `需求方希望${want.zh}，供给方只提供${offer.zh}`,
      en: `wanted: ${want.en}; offered: ${offer.en}`,
    },
    advice: {
      zh: `若需求方接受${bridge.zh}，或供给方同意${want.zh}，即可对接`,
      en: `would match if the demand accepted ${bridge.en}, or ${want.en} were offered`,
    },
  };
}
