/**
 * Room `core/levels`: what a score means to a judge: one of four levels, a probability, and whether anything answers.
 * Begin: `grade.ts` makes a level of a score, `calibration.ts` says by what.
 * Order: knows numbers, the names of signals and of sides; nothing of texts.
 */

import type { Bilingual } from '../../base/bilingual.ts';
import type { Side } from '../records/parse.ts';
import type { Graded } from './grade.ts';
import { ANSWERING, type MatchLevel } from './level.ts';

/** Whether anything of the collection answers a query, with a sentence in two languages. */
export interface MatchAnswer extends Bilingual {
  /** Whether the best match is 较强 or 强. */
  readonly answered: boolean;
  /** That of the best match, in [0, 1]; 0 where there is none. */
  readonly probability: number;
}

/** What is said of the best match, by its level; of the level of nothing, and where nothing was found at all. */
type Said = Readonly<Record<MatchLevel['level'] | 'nothing', Bilingual>>;

const SAID: Readonly<Record<Side, Said>> = {
  achievement: {
    3: { zh: '所列中有较有把握解决这项需求的。', en: 'Something here probably answers this demand.' },
    2: {
      zh: '所列中有可能解决这项需求的，请核实。',
      en: 'Something here may answer this demand; please look at it.',
    },
    1: {
      zh: '所列未必能解决这项需求；首位方向最近，请核实。',
      en: 'Whether anything here answers this demand is open; the first is the nearest, please look at it.',
    },
    0: {
      zh: '没有看出能解决这项需求的；所列只有个别内容相关。',
      en: 'Nothing here seems to answer this demand; what is listed shares only some of its words.',
    },
    nothing: { zh: '没有找到与这项需求相关的。', en: 'Nothing here has to do with this demand.' },
  },
  demand: {
    3: { zh: '所列中有较有把握用得上这项成果的需求。', en: 'A demand here probably asks for this.' },
    2: {
      zh: '所列中有可能用得上这项成果的需求，请核实。',
      en: 'A demand here may ask for this; please look at it.',
    },
    1: {
      zh: '所列需求未必用得上这项成果；首位方向最近，请核实。',
      en: 'Whether any demand here asks for this is open; the first is the nearest, please look at it.',
    },
    0: {
      zh: '没有看出用得上这项成果的需求；所列只有个别内容相关。',
      en: 'No demand here seems to ask for this; what is listed shares only some of its words.',
    },
    nothing: { zh: '没有找到与这项成果相关的需求。', en: 'No demand here has to do with this.' },
  },
};

/**
 * What a result says as a whole.
 * @param side that was searched.
 * @param best what the best match was graded; undefined without any match.
 */
export function answerOf(side: Side, best: Graded | undefined): MatchAnswer {
  if (best === undefined) return { answered: false, probability: 0, ...SAID[side].nothing };
  const { level, probability } = best;
  return { answered: level.level >= ANSWERING, probability, ...SAID[side][level.level] };
}
