import type { Clause } from './clauses.ts';
import { plain } from './oracle.ts';
import type { Side } from './rules.ts';

/** Any wording of doing without. */
const RULES_OUT =
  /不|无|免|非|别|勿|莫|未|没|禁|拒|弃|省|脱离|摆脱|替代|取代|代替|替换|除外|谢绝|避免|杜绝|淘汰|停用/;
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
    must(isNear(demand, a, RULES_OUT), `the demand does not rule ${a} out`);
    if (text.endsWith('也不用')) must(RULES_OUT.test(supply), 'the achievement rules nothing out');
    else must(supply.includes(b === '' ? a : b), 'the achievement does not have it');
  } else if (kind === 'figure') {
    for (const piece of [a, b]) must(/[\d一二三四五六七八九十百千半]/.test(piece), `${piece} is no figure`);
    const found = comparison(a, b);
    const said = /成果(达到|接近|达不到)/.exec(text)![1];
    if (found !== undefined) must(found ? said === '达到' : said !== '达到', `${said} is wrong`);
  }
  return why;
}

/** Whether one of the places of a piece has a wording near it. */
function isNear(text: string, piece: string, wording: RegExp): boolean {
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (wording.test(text.slice(Math.max(0, at - 30), at + piece.length + 10))) return true;
  }
  return false;
}

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
