import { parseAmount } from '../../core/records/amount.ts';

/** What demands say by word of mouth: what is wrong, how much money there is, by when it must be done. */

/** Where the words of a problem begin in 叶片老掉皮, 苹果放不住, 烟囱冒黑烟: what stands before them is what it is about. */
const PROBLEM = new RegExp(
  [
    // 老化, 老旧, 老板 are other words.
    '(?:老是?|总是?|动不动就?|一直|经常|三天两头)(?:会|爱|要)?(?:自己)?(?:掉|坏|裂|断|堵|漏|卡|烂|脱|锈|响|跳|停|烧|崩|冒|死|生病|返工|报错|报警|起皮|起泡|变形|开胶|开焊|粘|松|抖|磨|丢|误报|发热|发霉|打滑|出毛病|出问题|出故障|跑偏|偏|歪|散架|糊|焦|断电|断料|缺料|短路|跳闸|进水|进灰|起包|结块|结露|熄火|抱死|失灵|超标|返潮|沉淀|分层)',
    '(?:放|存|留|排|洗|擦|磨|切|压|搅|混|烘|干|晒|收|分|拧|装|拆|看|听|测|检|查|焊|粘|贴|抓|夹|吸|抽|送|传|修|治|养|种|烧|跑|控|降|升|除|清|挡|扛|撑|顶|守|防|管|认|识别|控制|处理|清理|沉|滤|捞|煮|蒸|冻|化|凝|喷|刷|涂|搬|吊|推|挖|钻|打|穿|咬|嚼|保|熬|沤|对|调|关|合|封|校|拉|碾|熔|炼|轧|铸|锻|冲|剪|绕|织|染|印|摘|采|割|播|挤|灌|喂|孵|结|爬|走|充|做)不(?:住|紧|平|直|圆|光|细|碎|齐|满|严|进|掉|净|干净|开|断|透|匀|均匀|动|出|到|清|准|上去|下去|了|起来|稳|牢|实(?![施际])|好|活|通|干|完|够|长|久|熟|烂|化|散)',
    '(?<![消经收缴免付资学花])费(?:煤|电|油|水|气|料|人|人工|工夫|工|时|钱|劲|事|神|药|盐|酸|刀)',
    '冒(?:黑烟|白烟|浓烟|烟|火|泡|油|水|气)',
    '掉(?:皮|渣|漆|色|粉|毛|链子|链|瓷|粒|屑|果|膘|线)',
    '太(?:快|脏|臭|吵|响|慢|费|热|冷|湿|潮|脆|软|硬|粘|贵|多|大|高|低|差|难|累|危险|呛|滑|乱|重|短|薄|少|小|毛)',
    '(?:漏|堵|卡|锈|裂|断|坏|烂|霉|糊|焦|蔫|瘪)(?:得厉害|得很|穿)|(?:卡|堵|锈)死',
    '(?<=味|味道|噪音|响声|动静|灰尘|粉尘|烟|烟气|损耗|阻力)(?:太|很|特别|挺|比较)?(?:大|重|冲|难闻)(?![型量规气])',
    '就(?:坏|烂|断|裂|掉|堵|漏|死|废|蔫|糊|化|酸|臭|馊|软|硬|老化|开裂|磨损|生锈|失效|发霉|变质|开胶|退色|褪色)',
    '(?:坏|断|停|堵|漏|修|返工)(?:了|过)?(?:\\d+|[一两二三四五六七八九十几好]+)[次回根台块条处遍]',
    '起(?:白醭|球|皮|泡|毛刺?|皱|鼓|砂|层|包|锈|霜|雾|垢|霉|粉)(?!剂|机)',
    '(?:裂[缝纹口]|气孔|砂眼|毛[刺边]|破[碎损]|断[头线纱料]|磕[碰伤]|划[伤痕]|色差|杂质|夹杂|[废次]品|返[工修]|投诉|油污|水垢|结疤|气泡|针孔|麻点|斑点|病害|虫害|死[苗淘亡]|渗漏|故障|误报|漏报|落果|空壳|瘪粒|浪费|掉线)(?:率|现象|情况)?(?:太|很|比较|较|特别|又|也|挺)?(?:多|大|高|重|严重|频繁)(?!年|次|型)',
    '(?:[率量力]|强度|硬度|精度|纯度|韧性|活性|稳定性|性能|手感|口感|卖相|效果)(?:太|很|比较|较|特别|偏|过|又|也|还)?(?:低(?![于至到碳温压])|差(?![异距别值分])|弱|不足(?!\\d)|不够|上不去|不真实|不行)',
    '(?<![快更减缓越不放])慢$|(?<![误公温色偏压极时位高落相方视级反])差$|(?<![困疑攻犯])难$|(?<![酥香清])脆$|(?<![除脱去祛])臭$',
    '(?:拉|划|擦|压|碰|烧|烫|磨|冻|晒|刮|碾)(?:伤|毛|穿|坏|裂|糊|焦)(?!害|口|处)|打齿|崩[口边刃]|粘[连模]|咬死|抱轴|卡纸|漏雨|渗水|返[碱潮]|脱[层胶线]|[缩][孔松痕]|散架|串色|忽[高冷快大][忽低热慢小]+|时[好大]时[坏小]',
    '变质(?=$|了|快|得)|变(?:味|软|硬|脆|酸|臭|黑|黄)|(?<!开)发(?:粘|酸|臭|黑|黄|蔫|软)',
    '呛人|熏人|难闻|打滑|串味|跑味|结霜|长毛|(?<!寄)生虫|长虫|烂根|黄叶|烂果|死鱼|跑粮|受潮(?!滩)|回潮|板结(?![构合])|黑乎乎|跑冒滴漏|漏风|漏气|漏水|漏油|漏电|塌边|起皱|起皮|开焊|开胶',
    '不(?:耐用|经用|结实|好使|好用|灵敏?|够亮|热乎|转了|响了|出水|下料|出气|发芽|结果|保暖|保温|防水|透气|牢靠|牢固|耐磨|均?匀|干净|省心|准时|好控制|达标|合格)',
  ]
    // 防卡死, 不掉渣
    .map((words) => `(?<![不无未防抗没])(?:${words})`)
    .join('|'),
);
/** Words of damage that the reader of texts knows, where a thing may stand before them. */
const DAMAGE =
  /(?:容易|经常|频繁|严重|出现|发生|表面|就|又){0,3}(?:变形|开裂|裂纹|断裂|磨损|剥落|脱落|腐蚀|锈蚀|生锈|堵塞|泄漏|渗漏|老化|超标|结垢|结块|发霉|报废|故障|失效|烂皮|腐烂|误检|漏检|寿命短|效率低|能耗高|成本高|精度低|不[稳高够准均良足])/;

/** Where the words of a problem begin in a clause of everyday speech; −1 for none. Reads a bounded clause. */
export function everydayProblem(clause: string): number {
  return clause.search(PROBLEM);
}

/** Where the words of a problem begin, everyday ones or those of damage; −1 for none. */
export function problemStart(clause: string): number {
  const places = [clause.search(PROBLEM), clause.search(DAMAGE)].filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** Money that is no budget: what is lost, earned or paid for each piece. */
const OTHER_MONEY =
  /损失|浪费|产值|营收|收入|销售|利润|单价|售价|卖|价值|每|\/|年产|产能|费用|电费|成本|注册|利税|罚|赔|资产|节省|节约|省下|一年|设备投|总投资|降/;
const MONEY = /[\d零一二两三四五六七八九十百千][多余来]?(?:[万亿元块]|[wk](?![a-z]))/i;
const SPENDS = /预算|经费|资金|投入|拿出?|出资|能出|愿出|花|控制在|最多|不超过|上限|准备/;

/** What it may cost is a budget: 费用控制在15万. */
const SPENT = /(?<![电水运药修料租])费用(?=.{0,3}(?:控制在|不超过|别超过|最多|上限|以内))/;

/** Whether a clause tells how much may be spent; what it says is read by the one reader of amounts. */
export function tellsBudget(given: string): boolean {
  const clause = given.normalize('NFKC');
  if (!MONEY.test(clause) || OTHER_MONEY.test(clause.replace(SPENT, ''))) return false;
  const { min, max, unread } = parseAmount(clause);
  if (min === undefined && max === undefined) return false;
  return unread === undefined || SPENDS.test(clause);
}

const COUNT = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)';
const DEADLINE = new RegExp(
  [
    // 三个月要见效, 半年内上线, 两周之内
    `${COUNT}个?(?:半)?(?:天|周|星期|礼拜|月|季度|年)(?:左右)?(?:之内|以内|内(?!可以|不会|不同|随|发生|的)|要|就要|必须|得|见效|见到效果|出结果|出样|搞定|解决|完成|拿下|上线|投产|交付|交货)`,
    // 限三个月整改
    `限(?:期)?(?:在)?${COUNT}个?(?:半)?(?:天|周|星期|月|季度|年)`,
    // 明年6月前, 2027年底前, 10月份之前, 春节前
    '(?:明年|今年|后年|本月|下月|下个月|\\d{4}年|\\d{1,2}月|[一二三四五六七八九十]{1,2}月|上半年|下半年|[一二三四]季度|春节|国庆|五一|元旦|中秋|汛期|采暖季|供暖季?|开春|入冬|入夏|秋收|收获|年底|月底|年末)(?:\\d{1,2}月|[一二三四五六七八九十]{1,2}月|底|末|初|上半年|下半年)?(?:份|\\d{1,2}[日号])?(?:之前|以前|前|内|要|必须|得)',
    '(?:年底|月底|年内|明年|下个月|下月|开春)(?:要|必须|得|就要)?(?:完成|解决|上线|投产|见效|用上|交付)',
  ].join('|'),
);
const EXACT = /\d|[一二两三四五六七八九十半]个?(?:半)?[天周星礼月季年]/;

/** Whether a clause tells by when: `exact` a month or a time, `vague` 年底前; not how soon something breaks. */
export function tellsDeadline(clause: string): 'exact' | 'vague' | undefined {
  const found = DEADLINE.exec(clause)?.[0];
  if (found === undefined) return undefined;
  if (isLifetime(clause)) return undefined;
  return EXACT.test(found) ? 'exact' : 'vague';
}

/** Whether a time in a clause tells how soon something breaks, or how long it lasts. */
export function isLifetime(clause: string): boolean {
  return problemStart(clause) >= 0 || /寿命|质保|保质|换一次/.test(clause);
}

/** What was lost or earned is no budget. */
export function isOtherMoney(clause: string): boolean {
  return /损失|浪费|贷款|借款|融资|欠/.test(clause) || (MONEY.test(clause) && OTHER_MONEY.test(clause));
}

/** Before and behind a thing: who speaks, what is wished, adverbs. */
const LEADING =
  /^(?:但是?|可是?|不过|而且|就是|只是|结果)?(?:.{0,12}的(?:这|那)[套台批种个条款])?(?:我们|我|咱们?|俺们?|你们?|您好|本|贵)?(?:厂里?|公司|单位|企业|合作社|村里?|车间里?|家里?)?的?(?:现在|目前|最近|今年)?(?:想要?|希望|能不能|能否|可不可以|怎么|怎样|如何|有没有|需要|求|寻求?|找|解决|治一?治|处理|请教|帮忙|看看)*(?:办法|技术|专家)?(?:把|将|让|使|给|对)?/;
const TRAILING =
  /(?:老是?|总是?|一直|在[^在]{1,5}[下里上中时]|用[^用]{1,5}|放.{1,3}|运到.{1,3}|[磨烧跑漏响]得|噪音|噪声|响声|动静|味道|气味|臭味|烟味|都|又|也|还|就|太|很|特别|经常|容易|一到.{1,3}|一用就?|用着用着|的时候|时|后|里面?|上面?|表面|的|得|会|爱|在|被|有|和)$/;
/** No things, nor what a demand is about: tools of the asker, pronouns, money, time. */
const NO_OBJECT =
  /^(?:完成|实现|研制|开发|检测|自动|智能|在线|算法|模型|平台|系统|软件|招工|用工|人工|工序|环节|行业|质量|.{0,4}(?:效率|[^功频]率|产量|速度|精度|强度|性能|成本)|手机|电脑|微信|电话|网上|机器|东西|这个|那个|它|他们|人|问题|情况|技术|项目|产品|需求|办法|专家|效果|价格|成本|钱|时间|保质期|使用寿命|寿命|工期|周期|温度|味道?|烟味|臭味|噪音|噪声|大小|冬天|夏天|春天|秋天|晚上|白天|客户|老百姓|大家|领导)$/;

/** The thing in a clause: what stands before the words of its problem, without who speaks; where there is one. */
export function thingOf(clause: string): { readonly start: number; readonly end: number } | undefined {
  const problem = problemStart(clause);
  if (problem < 0) return handledIn(clause);
  if (problem < 1 || problem > LONGEST) return undefined;
  const start = LEADING.exec(clause)?.[0].length ?? 0;
  let end = problem;
  for (let count = 0; count < 6 && end > start; count++) {
    const trailing = TRAILING.exec(clause.slice(start, end))?.[0].length ?? 0;
    if (trailing === 0) break;
    end -= trailing;
  }
  const thing = clause.slice(start, end);
  return isNamedThing(thing) ? { start, end } : undefined;
}

/** 想把包装工序改成自动化, 给冷库装上报警. */
const HANDLED =
  /(?:把|将|给|让|使)([^把将给让使,，]{2,12}?)(?:自己|自动|也|都|能|全)*(?:改|换|做|变|弄|搞|升级|接|联|连|装|加|上|充|降|提|治|用起来)/;

/** The thing that something is to be done with. */
function handledIn(clause: string): { readonly start: number; readonly end: number } | undefined {
  const found = HANDLED.exec(clause.slice(0, 3 * LONGEST));
  if (found === null || !isNamedThing(found[1]!)) return undefined;
  const start = found.index + 1;
  return { start, end: start + found[1]!.length };
}

/** A thing in words is as long as this at most. In UTF-16 units. */
const LONGEST = 16;
/** What is no name of a thing: verbs of wishing and doing, money, terms. */
const SPEECH =
  /[,，。;；!！?？、:：\s]|^(?:想|求|要|希望|能|怎|如何|有没有|需要|寻|找|我|你|咱|俺|请|把|将|不(?![锈粘沾透饱燃干])|没|在|用|上一?套|做点?|并|但|当|可|还|却|导致|造成|避免|防止|研究|阐明|具有|驱动|位于|是|为|以|由|从|及|使|得到)|[吗呢吧了及仍于是更较未无已将的耐]$/;

/** Whether words may stand for a thing in a question. */
export function isNamedThing(words: string): boolean {
  const bare = words.trim();
  if (bare.length < 2 || bare.length > LONGEST || NO_OBJECT.test(bare) || SPEECH.test(bare)) return false;
  if (!/\p{L}{2}/u.test(bare) || MONEY.test(bare)) return false;
  return problemStart(bare) < 0 && !DEADLINE.test(bare);
}
