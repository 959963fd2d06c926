/** A title as it is compared with another one: cut into units, without words of any title. */

/** Words of any title: they name no thing. Longer ones before those that they hold. */
const OF_ANY =
  /成果推介|成果名称|项目名称|需求名称|技术需求|关键技术|技术|研究|研制|研发|开发|应用|项目|成果|产品|方案|及其|以及|关键|新型|一种|需求|寻求|求购|征集|问题|难题|课题/g;
/** Forms of a thing: two patents differ by these alone, while of a result they are a manner of speaking. */
const FORMS = /方法|工艺|系统|装置|设备/g;
const LATIN_OF_ANY = new Set(
  'method methods device devices system systems technology technique process apparatus research study development application applications of for and the a an on in with by to based using new novel'.split(
    ' ',
  ),
);
const LATIN_FORMS = new Set('method methods device devices system systems process apparatus'.split(' '));
/** Characters that join words. */
const JOINING = new Set('的用于型基种及与和之在下对由以其类式化等并项');
/** Characters that are units, and words that begin as a negation does and are none. */
const ALONE = /免疫|无人机|未来|非洲|\p{Script=Han}/gu;
/** What stands between other units: runs of letters and digits, with the decimals of a number. */
const BETWEEN = /[^\p{L}\p{N}.]/gu;
const NO_DECIMALS = /\.(?!\d)/g;
/** Longer titles are compared as far as this, in units. */
const LONGEST = 80;

/**
 * The units of a title without words of any title. O(length).
 * @param title normalised.
 * @param isPatent of patents a method is not a device.
 */
export function subjectUnits(title: string, isPatent: boolean): readonly string[] {
  // A sign stands where a word was, so that its neighbours do not become one.
  const bare = title.replace(OF_ANY, '|');
  const units = (isPatent ? bare : bare.replace(FORMS, '|'))
    .replace(ALONE, ' $& ')
    .replace(NO_DECIMALS, ' ')
    .replace(BETWEEN, ' ')
    .split(' ');
  return units
    .filter((unit) => unit !== '')
    .filter((unit) => !LATIN_OF_ANY.has(unit) || (isPatent && LATIN_FORMS.has(unit)))
    .slice(0, LONGEST);
}

/** What a portal sets before a title: 【成果推介】, 项目名称：. */
const HEADING = new RegExp(
  `^(?:[[【(](?:${OF_ANY.source}|推介|发布|推荐){1,4}[\\])】]|(?:${OF_ANY.source}){1,3} ?:) ?(?=\\S)`,
);

/** A normalised title without what a portal sets before it. O(length). */
export function withoutHeading(title: string): string {
  return title.replace(HEADING, '');
}

/** Whether a unit joins words. */
export function isJoining(unit: string): boolean {
  return JOINING.has(unit);
}
