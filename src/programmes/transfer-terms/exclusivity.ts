import type { Bilingual } from '../../base/bilingual.ts';
import type { Achievement, Demand } from '../../core/records/types.ts';
import type { PartBody } from './part.ts';

/** How exclusive a licence is: 独占 (nobody else), 排他 (nobody else but the owner), 普通. */
export const EXCLUSIVITIES = ['exclusive', 'sole', 'ordinary'] as const;
export type Exclusivity = (typeof EXCLUSIVITIES)[number];

/** Labels of {@link EXCLUSIVITIES}. */
export const EXCLUSIVITY_LABELS: Readonly<Record<Exclusivity, Bilingual>> = {
  exclusive: { zh: '独占许可', en: 'exclusive licence' },
  sole: { zh: '排他许可', en: 'sole licence' },
  ordinary: { zh: '普通许可', en: 'ordinary licence' },
};

/** In texts the word must speak of a right: 独家工艺 is praise. */
const OF_A_RIGHT = '(?:性)?(?:的)?(?:专利|技术|实施|使用)?(?:许可|授权|使用权|实施权|转让)';
const NOT_EXCLUSIVE = /普通许可|一般许可|(?:[非不]|不要求|无需|不必|不接受|拒绝)(?:独占|独家|排他)/;
const ORDINARY = new RegExp(`${NOT_EXCLUSIVE.source}|开放许可`);
const EXCLUSIVE = /独占|独家|买断/;
const SOLE = /排他/;
const TEXTS: readonly (readonly [RegExp, Exclusivity])[] = [
  [NOT_EXCLUSIVE, 'ordinary'],
  [new RegExp(`(?:独占|独家)${OF_A_RIGHT}|买断`), 'exclusive'],
  [new RegExp(`排他${OF_A_RIGHT}`), 'sole'],
];
const FIELDS = ['title', 'problem', 'keyTechnology', 'expectedOutcome', 'text', 'abstract', 'applications'];
/** Texts are looked at up to here. */
const MAX_TEXT = 20_000;

/** What a record says about exclusivity: in its ways of cooperation any of the words, in texts those about a right. */
export function exclusivityOf(record: Demand | Achievement): Exclusivity | undefined {
  const modes = (record.kind === 'demand' ? record.cooperationModes : record.transferModes) ?? [];
  for (const { raw } of modes) {
    // An open licence is ordinary by law; where others are offered too it does not bind them.
    if (ORDINARY.test(raw) && (modes.length === 1 || !raw.includes('开放'))) return 'ordinary';
    if (EXCLUSIVE.test(raw)) return 'exclusive';
    if (SOLE.test(raw)) return 'sole';
  }
  for (const field of FIELDS) {
    const text = record[field];
    if (typeof text !== 'string') continue;
    const found = TEXTS.find(([pattern]) => pattern.test(text.slice(0, MAX_TEXT)));
    if (found !== undefined) return found[1];
  }
  return undefined;
}

/**
 * Exclusivity: what licence the demand needs against what is offered. Who is assigned the right has it alone.
 * @param offered as the supply side states it.
 * @param modes offered, as codes.
 */
export function comparedExclusivity(
  wanted: Exclusivity | undefined,
  offered: Exclusivity | undefined,
  modes: readonly string[],
): PartBody {
  const part = (status: PartBody['status'], code: PartBody['code'], zh: string, en: string): PartBody => ({
    status,
    code,
    reason: { zh, en },
  });
  if (wanted === undefined)
    return part('met', 'not-asked', '需求方未提出独占要求', 'no exclusivity is asked for');
  const want = EXCLUSIVITY_LABELS[wanted];
  const offer = offered === undefined ? undefined : EXCLUSIVITY_LABELS[offered];
  if (wanted === 'ordinary') {
    if (offered === undefined || offered === 'ordinary') {
      return part('met', 'exclusivity-fits', '需求方接受普通许可', 'an ordinary licence is enough');
    }
    return {
      ...part('unknown', 'exclusive-only', `供给方希望${offer!.zh}`, `offered: ${offer!.en}`),
      advice: { zh: '请确认供给方能否改为普通许可', en: 'ask whether the licence can be an ordinary one' },
    };
  }
  if (modes.includes('technology-transfer')) {
    return part('met', 'exclusivity-fits', '供给方可转让，受让后即独有', 'the right can be assigned');
  }
  if (offered === 'exclusive' || offered === wanted) {
    return part('met', 'exclusivity-fits', `供给方可给予${offer!.zh}`, `offered: ${offer!.en}`);
  }
  const isOpenOnly = modes.length > 0 && modes.every((mode) => mode === 'open-licence');
  if (offered !== undefined || isOpenOnly) {
    const given = isOpenOnly ? { zh: '开放许可', en: 'open licence' } : offer!;
    return {
      ...part(
        'failed',
        'ordinary-only',
        `需要${want.zh}，供给方只给予${given.zh}`,
        `wanted: ${want.en}; offered: ${given.en}`,
      ),
      advice: {
        zh: `若供给方改为${want.zh}，或需求方接受${given.zh}，即可对接`,
        en: `would match with ${want.en} on offer, or if ${given.en} were enough`,
      },
    };
  }
  return {
    ...part(
      'unknown',
      'not-stated',
      `需要${want.zh}，供给方未写明`,
      `wanted: ${want.en}; what is offered is not stated`,
    ),
    advice: {
      zh: `请询问供给方能否给予${want.zh}`,
      en: `ask whether ${want.en} can be had`,
    },
  };
}
