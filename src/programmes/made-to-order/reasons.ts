import type { Bilingual } from '../../base/bilingual.ts';
import type { ReadyKind } from '../common/ready-kinds.ts';
import type { MadeToOrder } from './order-types.ts';

/** What is said of a demand that nothing serves for sure: nothing more than what was found. */
export function orderReason({ standing, best, units }: Omit<MadeToOrder, 'reason'>): Bilingual {
  const found = foundReason(standing, best);
  const names = units.flatMap(({ name }) => (name === null ? [] : [name]));
  if (names.length > 0) {
    return {
      zh: `${found.zh}；可与${names.join('、')}商议定向研发。`,
      en: `${found.en}; made to order it could be asked of ${names.join(', ')}.`,
    };
  }
  if (units.length > 0) {
    return {
      zh: `${found.zh}；有相近的研发力量，但未注明单位，请先核实。`,
      en: `${found.en}; records of its object name no unit: find out whose they are.`,
    };
  }
  return standing === 'uncertain'
    ? {
        zh: `${found.zh}；不适用的，没有看出研究同一对象的单位，建议公开张榜征集。`,
        en: `${found.en}; if it does not, no unit was seen to work on its object: publish it as an open challenge.`,
      }
    : {
        zh: `${found.zh}，也没有看出研究同一对象的单位，建议公开张榜征集。`,
        en: `${found.en}, and no unit was seen to work on its object: publish it as an open challenge.`,
      };
}

const KINDS: Readonly<Record<ReadyKind, Bilingual>> = {
  achievement: { zh: '成果', en: 'achievement' },
  patent: { zh: '专利', en: 'patent' },
};

function foundReason(standing: MadeToOrder['standing'], best: MadeToOrder['best']): Bilingual {
  if (best === undefined) {
    return { zh: '库内没有相关的成果或专利', en: 'No achievement or patent has to do with it' };
  }
  const kind = KINDS[best.kind];
  const named = { zh: `“${best.title}”（${best.id}）`, en: `“${best.title}” (${best.id})` };
  return standing === 'uncertain'
    ? {
        zh: `最接近的${kind.zh}是${named.zh}，是否适用需核实`,
        en: `The nearest result is the ${kind.en} ${named.en}; whether it serves is to be looked at`,
      }
    : {
        zh: `没有看出能满足的现成成果或专利（得分最高的是${kind.zh}${named.zh}）`,
        en: `No achievement or patent shows that it would serve (the highest score has the ${kind.en} ${named.en})`,
      };
}
