import { normalize, type Simplifier } from '../../core/terms/normalize.ts';
import { academyName } from './short-names.ts';

type Maybe<T> = T | null | undefined;

/** Key of a name as written → key of the unit that it stands for, where that is another one. See {@link readUnits}. */
export type UnitKeys = ReadonlyMap<string, string>;

/** The name of an organisation given by name or with its particulars; nothing for an empty one. */
export function nameOf(organization: Maybe<string | { readonly name: string }>): string | undefined {
  const name = typeof organization === 'string' ? organization : organization?.name;
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}

/** What stands in brackets and tells how a unit was or is called besides. */
const OTHER_NAME = /\((?:原|曾用名|前身|现|简称|以下简称|又名|英文)[^()]*\)/g;
/** Legal forms at the end of a name, which records write or leave out; a branch is no legal form. */
const LEGAL_FORM = /(?:股份)?(?:有限责任|有限|总)?(?<![分子])公司$|(?:有限|普通|特殊普通)合伙$/;
/** A place in brackets at the end of a name: 某有限公司（沈阳）. */
const PLACE_BEHIND = /\(([^()]{1,12})\)$/;
const SEPARATORS = /[\s()·.,、"']/g;

/**
 * The key under which spellings of one organisation meet. What does not count: width, case, space, brackets, the legal form,
 * former names in brackets, and short forms of academies (中科院金属所 is 中国科学院金属研究所, 农科院 is 农业科学院).
 * 沈阳××（集团）有限公司 and 沈阳××集团 give the same; 沈阳××股份有限公司 is another firm than its group. A place in brackets counts: 某大学（北京）is not 某大学（华东）.
 *
 * Parts keep apart from the whole: 东北大学材料学院 is a party of its own, and not 东北大学; so are branches of firms. See
 * {@link isPartOf}. Short forms that only a reader of the region knows (沈工大) need `units`.
 *
 * O(length).
 * @param units which names stand for which unit, by {@link readUnits}. Default: names stand for themselves.
 */
export function organizationKey(name: string, units?: UnitKeys): string {
  const key = plainKey(name);
  return units?.get(key) ?? key;
}

/** Name without what does not count, before anybody's aliases. */
export function plainKey(name: string): string {
  const text = normalize(name).text.replace(/[“”]/g, '"').replace(OTHER_NAME, '');
  const place = PLACE_BEHIND.exec(text);
  const head = bareName(place === null ? text : text.slice(0, place.index));
  // 沈阳××有限公司（沈阳）says it twice.
  const behind = place === null || head.startsWith(place[1]!) ? '' : bareText(place[1]!);
  const whole = bareText(text);
  const bare = head === '' ? bareName(whole) : isLegal(place?.[1]) ? bareName(whole) : head + behind;
  return academyName(bare === '' ? whole : bare);
}

function isLegal(inBrackets: string | undefined): boolean {
  return inBrackets !== undefined && LEGAL_FORM.test(inBrackets);
}

function bareText(text: string): string {
  return text.replace(SEPARATORS, '');
}

function bareName(text: string): string {
  return bareText(text).replace(LEGAL_FORM, '');
}

/** Units of which parts have names that begin with theirs. */
const WHOLE = /(?:大学|学院|科学院|研究院|研究所|设计院|医院)$/;
/** How names of parts end. */
const PART =
  /(?:学院|学部|系|分院|分校|校区|实验室|研究所|研究院|中心|医院|课题组|团队|教研室|部|所|室|处|基地|院)$/;

/**
 * Whether a unit is named as a part of another one: 东北大学材料学院 of 东北大学, 中科院金属所 of 中国科学院. By the names alone.
 * @param part, whole keys.
 */
export function isPartOf(part: string, whole: string): boolean {
  return part.length > whole.length && part.startsWith(whole) && WHOLE.test(whole) && PART.test(part);
}

/** The organisation that a record belongs to: its key and its name as written; nothing where it names none. */
export function organizationOf(
  record: { readonly organization?: Maybe<string | { readonly name: string }> },
  units?: UnitKeys,
): { readonly key: string; readonly name: string } | undefined {
  const name = nameOf(record.organization);
  return name === undefined ? undefined : { key: organizationKey(name, units), name };
}

/** A name in simplified characters, where the host gave what simplifies. */
export function simplified(name: string, simplifier: Simplifier | undefined): string {
  return simplifier?.simplify(name) ?? name;
}
