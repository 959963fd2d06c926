import type { NeedingSide } from '../needs/best-need.ts';
import type { MatchedPhrase } from './phrases.ts';
import type { Reason } from './reason.ts';
import { shownText } from './shown-text.ts';

/** A need is quoted so far. In characters. */
const QUOTED = 20;
/** ①; needs are numbered from it. */
const FIRST_NUMBER = 0x2460;

/**
 * Which need of a demand a pair corresponds to, as a part of a sentence; undefined where the whole of the demand decided,
 * and where none of the shared phrases that tell something stands in the need: then nothing that is shown bears it out.
 * @param need whose row decided, from 0.
 */
export function correspondence(
  query: NeedingSide,
  record: NeedingSide,
  need: number | undefined,
  phrases: readonly MatchedPhrase[],
): Reason | undefined {
  if (need === undefined) return undefined;
  const span = (query.isDemand ? query : record).needs?.()?.spans[need];
  if (span === undefined) return undefined;
  const isBorneOut = phrases.some(({ querySpans, recordSpans, generic, ruledOut }) =>
    generic === true || ruledOut === true
      ? false
      : (query.isDemand ? querySpans : recordSpans).some(
          ({ field, start, end }) => field === span.field && start >= span.start && end <= span.end,
        ),
  );
  if (!isBorneOut) return undefined;
  const characters = [...shownText(span.text)];
  const quoted =
    characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : characters.join('');
  return {
    zh: `对应需求${String.fromCharCode(FIRST_NUMBER + need)}：“${quoted}”`,
    en: `it corresponds to need ${need + 1}, “${quoted}”`,
  };
}
