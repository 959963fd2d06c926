/** Whether a figure is told as one that the result itself has reached. */

/** What is there already, what others make, what a rule asks for: no figures of a result. */
const OTHERS = [
  '传统|普通(?!硅酸盐|话)|常规(?!养护|条件|状态|试验|检[测验])|同类|原有|原先|原来|以往|过去|改[造进]前|[处治]理前|实施前|使用前|应用前|优化前|未[经改处]',
  '现有|市场上|市面上|市售|竞品|对照[组区]?|对比例|比较例|空白组',
  '(?:国内外|国外|国内|国际|进口(?=的?(?:产品|设备|[机件药车]|材料|同类|品牌|试剂)))(?!首|领|先进|空白|唯一|第|一流|市场|销|标准化)',
  '行业(?:平均|水平|标准)|国家标准|国标|标准(?:要求|规定|限值)|规范要求|限值',
  '人工(?:检[测查验]|目检|操作|分[拣选]|作业|采[摘收]|巡检|方式|判[读断])',
].join('|');
/** What is still to be reached, whatever the words behind it. */
const PLANNED =
  /目标[为是:：]|研究目标|预期目标|拟(?:达到|实现|将|使|提高|降低)|力争|争取|有望|可望|规划[为到]|计划(?:达到|实现|将)/;
/** Words that turn to the result. */
const OWN =
  '(?<![成日样基根标文资])本(?!身|来|地|质|底)|(?<!应)该(?!问题)|我[们院所校司单]|采用|应用(?!前)|使用后|改[造进]后|[处治]理后|优化后|新型|经(?!验|济|常|费|营|销|理|典)|通过(?!率)|研[制发]|开发|提出|发明|提[高升]到|降[至到低]|升级[为到]';
/** Before what others have these compare with it or take its place, and what follows is the result's: 比传统工艺节能30%. */
const COMPARED =
  /(?:比|较|相较于?|相比于?|与|同|跟|和|优于|高于|低于|好于|超过|超越|达到|接近|相当于|赶超|替代|取代|代替|打破|填补|满足|符合|严于|按照?|依据|参照|执行|减少|节省|不同于|区别于)了?(?:的|[^\s,，。；;、]{0,2})$/;
const MARKS = new RegExp(`(?:${OTHERS})|(${OWN})`, 'g');
/** A clause that begins so tells of others, and the next one may go on with it: 目前国外的产品，精度一般为0.1mm. */
const ABOUT_OTHERS = new RegExp(`^(?:但|而|因|目前|现在|当前|针对|由于|其中|在|[ ]){0,3}(?:${OTHERS})`);
/** What the figure was: a trouble that is told. */
const TROUBLE =
  /^[^\s,，。；;、]{0,6}?的?(?:技术)?(?:问题|难题|缺陷|缺点|弊端|弊病|瓶颈|痛点|难点|现状|局限|短板)/;
const ENDS = '。；;!！?？\n';
const PARTS = ',，';
/** Furthest that is looked back, and on. In UTF-16 units. */
const BACK = 60;
const ON = 16;
/** Marks no further apart than this go together. */
const CLOSE = 2;
/** What {@link COMPARED} looks at. */
const CHARS = 8;

/**
 * False where the last words before a figure that tell whose it is name what is there already or still to be reached
 * (传统轴承寿命8000小时, 国外同类产品, 改造前, 力争), or where what follows calls it a trouble (不足90%的问题). True else: a figure
 * that is told of nobody is one of the record. Looks at its clause, and at the one before where that begins with such
 * words; at a bounded number of characters.
 */
export function isOwnFigure(text: string, start: number, end: number): boolean {
  if (TROUBLE.test(text.slice(end, end + ON))) return false;
  const from = clauseStart(text, start);
  const before = from > 0 && PARTS.includes(text[from - 1]!) ? clauseStart(text, from - 1) : from;
  const goesOn = before < from && ABOUT_OTHERS.test(text.slice(before, from));
  return isOwnAtEnd(text.slice(goesOn ? before : from, end));
}

/** Where the clause begins that goes on at a place. */
function clauseStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && from > at - BACK && !ENDS.includes(text[from - 1]!) && !PARTS.includes(text[from - 1]!))
    from--;
  return from;
}

function isOwnAtEnd(said: string): boolean {
  if (PLANNED.test(said)) return false;
  let isOwn = true;
  let last = Number.NEGATIVE_INFINITY;
  for (const { 0: word, 1: own, index } of said.matchAll(MARKS)) {
    // 比目前国内同类产品 is one comparison.
    const goesOn: boolean = isOwn && index - last <= CLOSE;
    isOwn = own !== undefined || goesOn || COMPARED.test(said.slice(Math.max(0, index - CHARS), index));
    last = index + word.length;
  }
  return isOwn;
}
