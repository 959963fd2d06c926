import type { ConditionOutcome } from './condition.ts';
import type { StatedMaturity, StatedPurpose } from './stated.ts';

/** A clause in Chinese and in English. */
interface Clause {
  readonly zh: string;
  readonly en: string;
}

/** Longest piece of a record that a clause quotes, in UTF-16 units. */
const LONGEST = 40;

/** 需求不用“稀土”，成果也不用 */
export function exclusionSentence(asked: string, found: string, isMet: boolean): Clause {
  const thing = quoted(asked);
  return isMet
    ? {
        zh: `需求排除“${thing}”，成果也不用`,
        en: `the demand rules out “${thing}”, and the achievement does without it`,
      }
    : {
        zh:
          asked === found
            ? `需求排除“${thing}”，成果却用到`
            : `需求排除“${thing}”，成果却用到“${quoted(found)}”`,
        en: `the demand rules out “${thing}”, but the achievement ${asked === found ? 'uses it' : `uses “${quoted(found)}”`}`,
      };
}

/** 需求提到“防爆”，成果写明“不具备防爆” */
export function limitSentence(asked: string, lacking: string): Clause {
  return {
    zh: `需求提到“${quoted(asked)}”，成果写明“${quoted(lacking)}”`,
    en: `the demand names “${quoted(asked)}”, of which the achievement says “${quoted(lacking)}”`,
  };
}

/** 成果用于检测（“在线分析仪”），需求没有要求检测 */
export function purposeSentence({ purpose, span }: StatedPurpose): Clause {
  const [zh, en] = purpose === 'measure' ? ['检测', 'measuring or detecting'] : ['管理', 'managing'];
  return {
    zh: `成果用于${zh}（“${quoted(span.text)}”），需求没有提出${zh}`,
    en: `the achievement is for ${en} (“${quoted(span.text)}”), which the demand does not ask for`,
  };
}

const QUANTITY: Readonly<Record<ConditionOutcome, Clause>> = {
  met: { zh: '达到', en: 'which meets it' },
  near: { zh: '接近', en: 'which comes near' },
  failed: { zh: '达不到', en: 'which falls short' },
};

/** 要求“总铬≤0.5ppm”，成果达到（“总铬0.1ppm”） */
export function quantitySentence(asked: string, offered: string, outcome: ConditionOutcome): Clause {
  const { zh, en } = QUANTITY[outcome];
  return {
    zh: `要求“${quoted(asked)}”，成果${zh}（“${quoted(offered)}”）`,
    en: `asked is “${quoted(asked)}”, offered “${quoted(offered)}”, ${en}`,
  };
}

const MATURITY: Readonly<Record<ConditionOutcome, Clause>> = {
  met: { zh: '够成熟', en: 'ready enough' },
  near: { zh: '成熟度略低', en: 'not quite as ready' },
  failed: { zh: '还不够成熟', en: 'not ready enough' },
};

/** 需求要“可直接上线”的技术，成果“已批量应用”，够成熟 */
export function maturitySentence(
  wanted: string,
  { trl, span }: StatedMaturity,
  outcome: ConditionOutcome,
): Clause {
  const { zh, en } = MATURITY[outcome];
  const [low, high] = trl;
  const levels = low === high ? `${low}` : `${low}–${high}`;
  const state = span === undefined ? undefined : quoted(span.text);
  return {
    zh: `需求要“${quoted(wanted)}”，成果${state === undefined ? `成熟度${levels}级` : `“${state}”`}，${zh}`,
    en: `the demand wants “${quoted(wanted)}”, the achievement is ${state === undefined ? `at readiness level ${levels}` : `“${state}”`}: ${en}`,
  };
}

function quoted(text: string): string {
  const shown = text.replace(/\s+/g, ' ').trim();
  return shown.length <= LONGEST ? shown : `${shown.slice(0, LONGEST - 1)}…`;
}
