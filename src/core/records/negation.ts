/** Wording that takes back what stands beside it: 未开展中试, 不接受技术入股, 除转让外; and what is only planned. */

const NOT =
  '尚未|还未|暂未|从未|未曾|未能|未|没有|没|尚无|暂无|无|不再|不能|不会|不可|不予|不|非|勿|拒绝|谢绝|禁止|排除|除了?|not |non-|no |without ';
/** 不仅, 不限于 and 不排除 take nothing back; 无人 and 无偿 are words of their own. */
const NOT_NOT =
  '不[仅只但光止单]|不限|不排除|不断|不久|不同|不锈|非常|非独占|非排他|无人|无偿|无机|无线|无损|无铅|没问题';
/**
 * Verbs between the negation and what it takes back. None is made of others (需要 is 需 and 要): a row of them can be read in
 * one way only.
 */
const VERBS =
  '进行|开展|完成|达到|实现|进入|形成|接受|考虑|支持|提供|涉及|通过|参与|需|须|愿意|同意|采用|采取|包括|包含|含|经历|启动|开始|具备|安排|实施|承接|选择|做|搞|想|要|过|经|能|可|会|到|以|是|有|予|任何|再|曾';
/** Signs and words that begin something else. */
const STOP =
  '[,;，；。!！?？\\n]|[的但而却]|仅|只|已|现|目前|处于|处在|正在|除外|外[均都]?|愿|优先|可接受|可以|均可|希望|推荐';
const LIST = '[、/或和及与]';

const DIRECT = new RegExp(`(?:${NOT})(?: ?(?:${VERBS}))*$`);
/** With a verb it takes back all that is listed behind: 不接受技术入股、转让. */
const AFAR = new RegExp(`(?:${NOT})(?: ?(?:${VERBS}))+((?:(?!${STOP}).){0,20})$`);
const NOT_TAKEN_BACK = new RegExp(NOT_NOT, 'g');
const BEFORE_A_LIST = new RegExp(`(?:${NOT})[^,;，；。]{1,6}${LIST}$`);
const STOPPED = new RegExp(`${STOP}[^,;，；。]*$`);
const LISTED = new RegExp(`[^,;，；。、]{1,6}${LIST}$`);
const EXCEPT = /除了?(?:(?![,;，；。外]).){0,20}$/;
const BEHIND =
  /^[^,;，；。、]{0,4}?(?:除外|之?外(?!观|部|形|壳|贸)|尚未|还未|暂未|暂不|未(?:开展|进行|完成|启动|开始|做|实现|来)|不(?:接受|考虑|可以?谈|予|行)|免谈|没有)/;
const WINDOW = 24;

/** Whether the piece of a text from `at` to `end` is taken back by what stands around it. O(1). */
export function isDenied(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - WINDOW), at).replace(NOT_TAKEN_BACK, '，');
  const behind = text.slice(end, end + WINDOW);
  if (DIRECT.test(before) || AFAR.test(before)) return true;
  if (EXCEPT.test(before)) return /^[^,;，；。]{0,12}?外/.test(behind);
  if (BEFORE_A_LIST.test(before) && isListed(before)) return true;
  return BEHIND.test(behind);
}

/** 未中试或量产: joined by a word, both are taken back; 未中试、小试 are two things. */
function isListed(before: string): boolean {
  return /[或和及与]$/.test(before) && !STOPPED.test(before);
}

const PLANS =
  /(?:拟|计划|准备|筹备|筹划|即将|将要?|预计|有望|争取|打算|希望|寻求|亟需|急需|需要?|欲|待|可望|尚需|规划|目标[:：为是]?|适合|适于|适宜|易于|便于|利于|可|能够?|planned |planning )(?: ?(?:于|在|年内|明年|后续|\d{4}年|下一步|尽快|进一步|进行|开展|完成|达到|实现|进入|形成|启动|实施|推进|推动|建设|建立|大规模|做|到|向|由|过渡|转入|以|用于))* ?$/;
const PLANS_OF_LIST =
  /(?:拟|计划|准备|筹备|打算|即将)(?:开展|进行|完成|启动|实施)?[^,;，；。、已现]{1,6}[、/或和及与]$/;
const PLANS_BEHIND =
  /^(?:阶段|试验|工作|生产|放大)?(?:前(?![沿端期后])|之前|以前|前景|潜力|规划|计划|准备|筹备|待|可期|目标|条件|可行性|需求)/;

/** Whether the piece is only planned, or could be: 拟中试, 准备产业化, 产业化前景. */
export function isPlanned(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - WINDOW), at);
  // 拟小试、中试: both are planned.
  const listed = LISTED.exec(before);
  return (
    PLANS.test(before) ||
    (listed !== null && !/已|现|完成|处于/.test(listed[0]) && PLANS_OF_LIST.test(before)) ||
    PLANS_BEHIND.test(text.slice(end, end + WINDOW))
  );
}
