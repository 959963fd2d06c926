import type { Clause } from './clauses.ts';
import { plain } from './oracle.ts';
import type { Side } from './rules.ts';

/** Wordings of doing without: the thing follows in the same clause, */
const BEFORE =
  '不(?!锈|饱和|对称|同|断|等|仅|但|少于|低于|高于|大于|小于|超过)|无(?!人|线|损|菌|纺|缝|机|极|级|刷|油|尘)|免(?!疫)|非|别|勿|莫|未|没|禁|拒|弃|省|脱离|摆脱|替代|取代|代替|替换|谢绝|避免|杜绝|淘汰|停用|零|告别|少用|防止|排除';
/** … with no more than this between, and no 的 behind another thing: 无需冷却的稀土 does not rule 稀土 out, */
const RULED_BEFORE = new RegExp(
  `(?:${BEFORE})[^,。;!?的]{0,12}(?:(?:进口|昂贵|传统|有毒|现有|普通|含氟|任何)的)?$`,
);
/** … or right behind the thing: 稀土不能用, 人工除外. */
const RULED_BEHIND =
  /^[^,。;!?]{0,6}?(?:除外|不(?:能|得|可|想|要|再|准|许|行|用|考虑|接受|允许|采用|使用)|免谈|一律|禁|淘汰|替代|取代|勿|别|没法|用不了|就算了|免了)/;
/** A line of its own kind of wording: 无 in 无油 and 无人 too, where the thing itself is what is lacking. */
const LACKS = /(?:无|免|非|去|零|不)$/;

/** Whether a text rules out a thing: a wording of doing without stands in its clause, and the thing in the scope of it. */
export function rulesOut(text: string, thing: string): boolean {
  for (let at = text.indexOf(thing); thing !== '' && at >= 0; at = text.indexOf(thing, at + 1)) {
    const before = text.slice(Math.max(0, at - 24), at);
    const listed = before.replace(/[^,。;!?、和或及]{1,8}[、和或及]/g, '');
    if (RULED_BEFORE.test(before) || RULED_BEFORE.test(listed) || LACKS.test(before)) return true;
    if (RULED_BEHIND.test(text.slice(at + thing.length, at + thing.length + 12))) return true;
  }
  return false;
}

/** Any wording of measuring, or of managing. */
const PURPOSES: Readonly<Record<string, RegExp>> = {
  检测: /检测|监测|检验|测量|识别|诊断|探伤|报警|预警/,
  管理: /管理|平台|软件|系统/,
};
const UPPER = /≤|<|不超过|不大于|不高于|低于|小于|少于|以下|以内|之内|不到/;
const LOWER = /≥|>|不低于|不少于|不小于|高于|大于|超过|以上|至少/;
/** Changes and tolerances are not compared here. */
const OTHER = /提高|降低|提升|下降|减少|增加|缩短|延长|±|~|～|—|-\d|至|到.*到|倍|翻/;

/** What is false of a clause about a condition; nothing for another clause. */
export function whyConditionFalse(
  { kind, text, quotes }: Clause,
  query: Side,
  record: Side,
): string[] | undefined {
  if (!['exclusion', 'figure', 'limit', 'maturity', 'purpose'].includes(kind)) return undefined;
  const why: string[] = [];
  const must = (ok: boolean, otherwise: string) => {
    if (!ok) why.push(otherwise);
  };
  must(query.isDemand !== record.isDemand, 'no demand and achievement');
  const demand = plain((query.isDemand ? query : record).text);
  const supply = plain((query.isDemand ? record : query).text);
  const [a = '', b = ''] = quotes.map((quote) => plain(quote.replace(/…$/, '')));
  if (kind === 'purpose') {
    must(supply.includes(a), `${a} does not stand in the achievement`);
    const asked = PURPOSES[text.slice(4, 6)]!;
    must(!asked.test(demand), 'the demand asks for it');
    return why;
  }
  must(demand.includes(a), `${a} does not stand in the demand`);
  if (b !== '') must(supply.includes(b), `${b} does not stand in the achievement`);
  if (kind === 'exclusion') {
    must(rulesOut(demand, a), `the demand does not rule ${a} out`);
    // The achievement may call it otherwise; where it says the same word, it rules that out.
    if (text.endsWith('也不用')) {
      must(
        supply.includes(a) ? rulesOut(supply, a) : DOES_WITHOUT.test(supply),
        `the achievement does not rule ${a} out`,
      );
    } else {
      const used = b === '' ? a : b;
      must(supply.includes(used), 'the achievement does not have it');
      must(usesSomewhere(supply, used), `the achievement does without ${used} as well`);
    }
  } else if (kind === 'figure') {
    for (const piece of [a, b]) must(/[\d一二两三四五六七八九十百千半]/.test(piece), `${piece} is no figure`);
    const found = comparison(a, b);
    const said = /成果(达到|接近|达不到)/.exec(text)![1];
    if (found !== undefined) must(found ? said === '达到' : said !== '达到', `${said} is wrong`);
  }
  return why;
}

/** Whether a text holds a thing at a place where it does not say that it does without. */
function usesSomewhere(text: string, thing: string): boolean {
  for (let at = text.indexOf(thing); at >= 0; at = text.indexOf(thing, at + 1)) {
    const before = text.slice(Math.max(0, at - 8), at);
    if (!/(?:不用|不含|无需|不需要?|免|无|非|替代|取代|代替|避免|去除|告别)[^,。;!?]{0,2}$/.test(before))
      return true;
  }
  return false;
}

/** Any wording of doing without. */
const DOES_WITHOUT = new RegExp(BEFORE);

/** Whether a figure meets a bound, for single numbers of one unit; undefined for all else. */
function comparison(asked: string, offered: string): boolean | undefined {
  if (OTHER.test(asked) || OTHER.test(offered)) return undefined;
  const [one, two] = [asked, offered].map((text) => [
    ...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-zμ%°‰/0-9³²]*)/g),
  ]);
  if (one!.length !== 1 || two!.length !== 1 || one![0]![2] !== two![0]![2]) return undefined;
  const [bound, value] = [Number(one![0]![1]), Number(two![0]![1])];
  if (UPPER.test(asked) === LOWER.test(asked)) return undefined;
  const isUpper = UPPER.test(asked);
  if (isUpper ? LOWER.test(offered) : UPPER.test(offered)) return undefined;
  return isUpper ? value <= bound : value >= bound;
}
