import type { MatchedPhrase } from '../../core/explanation/phrases.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { FieldSpan } from '../../core/terms/span.ts';
import { tellsOf } from './things.ts';

/** Where a demand tells what it is about, not under which terms; and where a record tells what it is about. */
const DEMAND_TOPIC = new Set(['title', 'keywords']);
const RECORD_TOPIC = new Set(['title', 'keywords', 'expertise', 'researchFields']);
/** Share of the score from which a phrase is more than a word in passing. */
const LEAST_SHARE = 0.1;
/** One word may mean something else; two of one matter seldom do. */
const SEVERAL = 2;

/** What a record says of the object of a demand. */
export interface ObjectEvidence {
  /** Whether it shows that its unit works on the object. */
  readonly isShown: boolean;
  /** Whether both are about one thing at least: enough beside another record of the unit that shows it. */
  readonly isOfTopic: boolean;
  /** The phrases that tell of things and functions, the best first. */
  readonly phrases: readonly MatchedPhrase[];
}

/** What the score of a record says by itself: `enough.ts`. */
export type Reach = 'answers' | 'near' | 'far';

/**
 * Whether a record shows that its unit works on the object of a demand, or only that it shares a word with it. The object is
 * told by things, not by what is wrong or done (磨损), by figures or by words of any matter (提前知道, 开机, 不超过).
 *
 * - Where the score answers the demand, one thing that carries a tenth of it.
 * - Where it is near, a thing and one phrase more; or one thing alone that both are about and call by related names.
 * - Else two things that carry a tenth each, of which one stands in the title or keywords of both, or both in those of the
 *   demand: one word alone may mean something else (病毒, 叶片, 苹果).
 */
export function objectEvidence(
  { phrases, score }: Pick<Match<unknown>, 'phrases' | 'score'>,
  reach: Reach,
  lexicon: Lexicon,
): ObjectEvidence {
  const told = phrases
    .filter(isTelling)
    .map((phrase) => ({ phrase, tells: tellsOf(phrase.phrase, lexicon) }))
    .filter(({ tells }) => tells !== 'nothing');
  const things = told.flatMap(({ phrase, tells }) => (tells === 'thing' ? [phrase] : []));
  const strong = things.filter(({ value }) => value >= LEAST_SHARE * score);
  const shared = strong.filter(isTopicOfBoth);
  const isShown: Readonly<Record<Reach, boolean>> = {
    answers: strong.length > 0,
    near:
      (things.length > 0 && told.length >= SEVERAL) || shared.some(({ relation }) => relation !== undefined),
    far: strong.length >= SEVERAL && (shared.length > 0 || strong.filter(isTopicOfDemand).length >= SEVERAL),
  };
  return {
    isShown: isShown[reach],
    isOfTopic: shared.length > 0,
    phrases: told.map(({ phrase }) => phrase),
  };
}

/** Not a figure, a word of any title, or what one of the two does without. */
function isTelling({ generic, quantity, ruledOut }: MatchedPhrase): boolean {
  return generic !== true && quantity !== true && ruledOut !== true;
}

function isTopicOfDemand({ querySpans }: MatchedPhrase): boolean {
  return standsIn(querySpans, DEMAND_TOPIC);
}

function isTopicOfBoth(phrase: MatchedPhrase): boolean {
  return isTopicOfDemand(phrase) && isTopicOfRecord(phrase);
}

function isTopicOfRecord({ recordSpans }: MatchedPhrase): boolean {
  return standsIn(recordSpans, RECORD_TOPIC);
}

function standsIn(spans: readonly FieldSpan[], fields: ReadonlySet<string>): boolean {
  return spans.some(({ field }) => fields.has(field.split('[')[0]!));
}
