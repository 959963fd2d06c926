import type { Lexicon } from '../lexicon/lexicon.ts';

/**
 * Something that a text rules out: 不用稀土, 无需酸洗, 免拆模, 无氰电镀, 不停机. Rules on the wording alone: what is ruled out is the
 * piece behind the wording, up to the end of its clause or a word that goes on with something else. Places in UTF-16 units, ends exclusive. */
export interface Exclusion {
  /** Where the wording begins: 不 of 不用稀土. */
  readonly start: number;
  /** Where what is ruled out stands: 稀土. */
  readonly from: number;
  readonly end: number;
  /** 替代六价铬: it is what there is, and something else is wanted or offered in its place. */
  readonly replaced: boolean;
}

/**
 * Wordings that rule out what stands behind them as a means: material, process, equipment. What they are no sign of
 * stands in the bracket behind (不用担心).
 */
const MEANS = [
  '不(?:再|想再?|能再?|得|宜|应|许|准|允许|可以?|会|希望|愿意?|打算|必|需要?|须|依靠)?(?:使用|采用|应用|依赖|依靠|借助|引入|掺入|添加)',
  '不(?:再|想再?|能再?|得|许|准|允许|可|必|愿)用(?![于途到])',
  '不用(?!于|途|说|管|担心|考虑|再说|多|着急|怕|人操心)',
  '(?:别|勿|不要|莫)(?:再)?(?:使用|采用|用|含有?|掺|加入?|添加)',
  '不得?含有?(?![糊量水率义])',
  '不(?:掺|加入|添|加)(?![热温压班工快强大速剧重以深厚固密])',
  '(?:无需|无须|毋需|毋须|不需要?|不须|不必|用不着|不用再)(?!要求|说|考虑|担心|太|很|过)',
  '(?:禁止|严禁|杜绝|避免|拒绝|谢绝)(?:使用|采用|应用|添加|含有?)',
  '(?:禁用|弃用|停用|免用|免去|免除|省去|省掉|省略|摒弃|摆脱|抛弃|未使用|未采用|没有使用|没有采用|未添加|未含)',
  '(?:不接受|不考虑|拒绝|谢绝|排除)(?!任何|以上|这)',
].join('|');

/** Things that 无 and 非 are said of: 无人, 无线, 无菌 and 无锡 are words of their own. */
const LEFT_OUT =
  '六价铬|重稀土|稀土|甲醛|溶剂|胶水|焊接|铆接|螺栓|抗生素|激素|农药|铬|氟|氰|磷|卤|铅|汞|镉|砷|硼|钴|镍|氯|硫|酸|氨|银|苯|钕|镝|醛';
/** Processes that 免 is said of: 免疫, 免费 and 免维护 are words of their own. */
const SPARED =
  '热处理|蒸汽养护|[酸碱水清冲浸]洗|拆[模卸除]|[退回淬]火|喷[涂漆砂丸]|涂[装漆层]|打[磨孔胶蜡]|焊接?|铆接?|烧结?|蒸[压养汽]|振捣?|开挖|脱[脂模]|电镀|磷化|钝化|抛光|研磨|切割|酸浸|萃取|破碎|烘干|干燥|预热|加热|校[准正]|标定|接线|布线|栽培|耕|套袋|疏果|浸种|发酵|灭菌|杀菌|冷藏|剥[离壳皮]';
/** Operation that may not be stopped or disturbed: 不停机, 无需开挖. */
const DISTURBED =
  '停[机产炉电车运线井泵工航业]|断[电水流网](?![源气路])|开挖|拆[卸除机装]|放空|动火|排空|降产|减产|封[路航]|开[刀胸颅腹]|加[热温压]|截断|返工|打农?药|喷药|施药|动刀|插管|扩建|征地|改[造动]';

/** 替代进口 says nothing of what a thing is made of. */
const REPLACING = /替代|取代|代替|替换/y;
const REPLACES =
  '(?:替代|取代|代替|替换)(?!进口|国外|国产|人工|人力|传统|现有|同类|部分|率|品|物|方|性|技|工艺|产|材|的|目|它|其|,|，|。)';

/** A wording with its own thing, in a bracket, or one that a thing stands behind. */
const TRIGGER = new RegExp(
  `(?:不(?:能|得|允许|可以?|需要?|必|想|许|准|会)?|无需|无须|避免|在不)(${DISTURBED})|${MEANS}|[无非](${LEFT_OUT})|免(${SPARED})|${REPLACES}`,
  'g',
);

/** Wordings that rule out what stands before them in their clause: 除草剂一律不能用, 燃煤锅炉免谈. */
const BEHIND =
  /(?:一律|绝对|坚决|都|全|全部|也|是|就|再也)?(?:(?:不能|不让|不许|不准|不得|不可|不允许|不想|不愿|不能再|不想再)(?:再)?(?:使用|采用|用|添加|含有|碰)|不接受|不考虑|不要|免谈|勿扰|除外|禁用|禁止使用)了?(?=[,;:!?，。；：！？\n]|$)/g;
const CLAUSE_BEGIN = /[,;:!?，。；：！？\n]/;

/** Words between the wording and what it rules out. */
const FILLER =
  /^(?:任何|额外的?|另外|再|含有?|使用|采用|用|进行|传统的?|常规的?|现有的?|昂贵的?|高价的?|大量的?|有毒有害|有毒的?|有害的?|外部|复杂的?|进口的?| |:|：|“|"|「|《)+/;
/** What is ruled out ends before these. */
const STOP =
  /[,;:!?，。；：！？\n\r\t()（）【】[\]”"」》]|的(?!确)|而|但|却|就能?|也|便|以(?!太|色)|即可|才|又|来|进行|能够|可(?!控|编程|见|溶|燃|降解)|实现|达到|情况下|条件下|前提下|时(?!效|间|序|域)|后(?!处理|桥|市场)|且|并(?!网|联|行)|从而|仍|都|还|或者?说|且|要求|希望|等(?!离子|温|效|级|静压|径)/g;
/** What joins several things. */
const JOINER = /[、和或及与/]/;
/** What goes on behind a comma of a list, and is no thing of it: 不用耦合剂、能在机上扫查. */
const GOES_ON =
  /^(?:能|可以?|要|会|并|且|又|还|就|将|使|让|在|对|把|以|由|从|直接|适[用合应]|具|有|实现|保证|满足|采|提[高升]|降|减|改|便于|易于|达)/;
/** What says nothing at the end: 酸洗工艺, 切削液这类 */
const TAIL =
  /(?:这一?类|之类|一类|这种|类|的|工艺|技术|方法|方案|方式|手段|办法|产品|材料|成分|物质|元素|设备|装置|路线|即| |了|过)+$/;
/** Longest thing that is ruled out. */
const LONGEST = 12;
/** What is ruled out is looked for in so many units. */
const WINDOW = 40;

/**
 * All that a normalised text rules out, in its order. Time grows with the length of the text.
 * @param lexicon of what begins with one of its words, the word is what is ruled out: 燃煤锅炉 of 不用燃煤锅炉烘干.
 */
export function exclusionsOf(text: string, lexicon: Pick<Lexicon, 'finder' | 'byName'>): Exclusion[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: Exclusion[] = [];
  let last = 0;
  for (const trigger of text.matchAll(TRIGGER)) {
    const start = trigger.index;
    if (start < last) continue;
    const own = trigger[1] ?? trigger[2] ?? trigger[3];
    last = start + trigger[0].length;
    if (own !== undefined) found.push({ start, from: last - own.length, end: last, replaced: false });
    else last = addThings(text, start, last, lexicon, found);
  }
  return withThingsBefore(text, found);
}

/** Adds what stands before a wording at the end of its clause. */
function withThingsBefore(text: string, found: Exclusion[]): Exclusion[] {
  const added: Exclusion[] = [];
  let next = 0;
  for (const behind of text.matchAll(BEHIND)) {
    const end = behind.index;
    let start = end;
    while (start > 0 && end - start <= LONGEST && !CLAUSE_BEGIN.test(text[start - 1]!)) start--;
    const thing = text.slice(start, end).trim();
    if (thing.length < 2 || end - start > LONGEST || !isThing(thing) || NO_THING.test(thing)) continue;
    // What was found goes forward, and so does what is looked at.
    while (next < found.length && found[next]!.end <= start) next++;
    if (next < found.length && found[next]!.start < end) continue;
    added.push({ start, from: start, end, replaced: false });
  }
  return added.length === 0 ? found : [...found, ...added].sort((a, b) => a.from - b.from);
}

/** 现在的办法不能用 rules out nothing. */
const NO_THING = /现|目前|办法|方法|东西|以上|这|那|我们|别的|其他|其它|设备$|机器$|什么|价格|太|很/;

const MAY_HOLD = /[不无免非别勿莫毋禁避杜拒谢弃停省摒摆抛未没排用严替取代]/;

/** Adds what stands behind a wording; gives where it ends. */
function addThings(
  text: string,
  start: number,
  from: number,
  { finder, byName }: Pick<Lexicon, 'finder' | 'byName'>,
  found: Exclusion[],
): number {
  const window = text.slice(from, from + WINDOW);
  const skipped = FILLER.exec(window)?.[0].length ?? 0;
  STOP.lastIndex = skipped;
  const stop = STOP.exec(window)?.index ?? window.length;
  let end = from;
  let at = from + skipped;
  REPLACING.lastIndex = start;
  const replaced = REPLACING.test(text);
  for (const piece of window.slice(skipped, stop).split(JOINER)) {
    const begin = text.indexOf(piece.trim(), at);
    at += piece.length + 1;
    const bare = piece.trim().replace(TAIL, '') || piece.trim();
    if (bare.length > LONGEST || !isThing(bare) || beginsAnother(bare)) break;
    if (at > from + skipped + piece.length + 1 && GOES_ON.test(bare)) break;
    const word = finder.wordsAt(text, begin).find((one) => byName.has(one) && isHeld(one, bare));
    end = begin + (word ?? bare).length;
    found.push({ start, from: begin, end, replaced });
  }
  return end;
}

/** Whether a piece is the word and what is done with it: 胶水粘, not 化学药|剂. */
function isHeld(word: string, piece: string): boolean {
  const left = piece.slice(word.length);
  return word.length <= piece.length && (left.length !== 1 || /[粘贴焊烧烘洗涂切喷烤煮]/.test(left));
}

/** One ideograph is a thing only where it is a substance. */
function isThing(piece: string): boolean {
  return piece.length > 1
    ? /\p{L}{2}/u.test(piece)
    : /[铬氟氰磷铅汞镉砷硼钴镍氯硫酸碱氨银苯胶油水电火铜锡钕镝糖盐]/.test(piece);
}

function beginsAnother(piece: string): boolean {
  return piece.search(TRIGGER) === 0;
}

/** Whether a place of a text lies in something that the text rules out. */
export function isExcluded(exclusions: readonly Exclusion[], start: number, end: number): boolean {
  return exclusions.some((one) => start < one.end && end > one.from);
}
