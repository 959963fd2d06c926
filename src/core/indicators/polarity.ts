/** Whether more or less of a quantity is better, by the words that its name ends with. */

const LOWER =
  '误差 偏差 温差 色差 公差 噪声 噪音 能耗 电耗 功耗 水耗 油耗 损耗 消耗 磨损 磨耗 重量 自重 成本 费用 价格 造价 耗时 节拍 误检率 误报率 漏检率 漏报率 误判率 缺陷率 故障率 失效率 报废率 废品率 返修率 不良率 次品率 不合格率 崩裂率 崩刃率 开裂率 破损率 损失 损失率 孔隙率 漏率 泄漏率 泄漏量 残留 残留量 粗糙度 排放 排放量 停机 停机时间 响应时间 不确定度 变形 变形量 夹杂 偏析指数 时延 延迟 背隙 亚硝酸盐 丙烯酰胺 VOC VOCs NOx COD 氮氧化物 粉尘 振动 波动 极限压力 极限真空 能量损失 挠度 平面度 圆度 直线度';
const HIGHER =
  '寿命 强度 硬度 效率 合格率 准确率 正确率 精确率 检出率 识别率 良率 良品率 收率 得率 成品率 回收率 利用率 提取率 转化率 选择性 纯度 产量 产能 容量 容量保持率 可靠性 达成率 节能率 节电率 节水率 节约率 节材率 覆盖率 成功率 重现率 存活率 憎水率 去除率 脱除率 透过率 分辨率 功率密度 能量密度 承载力 吸附力 抽速 附着力 韧性 比容量 续航 检测速度';

const TABLE: ReadonlyMap<string, 'higher' | 'lower'> = new Map([
  ...LOWER.split(' ').map((word) => [word, 'lower'] as const),
  ...HIGHER.split(' ').map((word) => [word, 'higher'] as const),
]);
const LONGEST = Math.max(...[...TABLE.keys()].map((word) => word.length));

/** Behind a word of the table these tell how it is taken, and not of another quantity: 噪声声压级, 粉尘排放浓度, 磨损量. */
const TAIL =
  /(?:[值量率级 ]|均值|峰值|幅度|水平|指标|浓度|含量|排放|总量|总和|声压级|\([^()]{0,12}\)|[A-Za-zΔ]{1,4})$/;
/** Directly before a word of the table they make another quantity of it, or turn it: 起重量, 水硬度, 抗变形, 氧气透过率. */
const OTHER_QUANTITY =
  /(?:[载起承举吊抓配称]|[单个千百][果粒株个头穗]|[果穗粒蛋体])重量$|(?:总|水|出水|碳酸盐|钙镁)硬度$|[抗耐防减降消除隔阻吸](?:机械|疲劳)?(?:噪声|噪音|磨损|磨耗|振动|变形|波动|粉尘|损耗|泄漏|重量|成本)[量率值级]?$|(?:氧|氧气|水汽|水蒸气|蒸汽|湿气|气体|盐|紫外|紫外线|热|红外)透过率$|(?:劳动|噪声|噪音|辐射|光照|照射|磁场|电场|信号|干扰|振动|能耗|排放|碳|用工|用水|日照|地震|降雨|爆炸|激励|工作)强度$/;
/** Times and periods of a process are better short; those that something lasts or is left alone, long. */
const SHORT =
  /(?:响应|检测|检验|检查|化验|测试|测量|充电|启动|停机|固化|干燥|烘干|表干|实干|加热|处理|加工|切换|换模|换型|换刀|换线|更换|装夹|恢复|检修|维修|安装|施工|生产|制造|制备|调试|上升|计算|推理|分析|诊断|识别|等待|排队|部署|编程|建模|开发|研发|研制|设计|交付|交货|供货|冷却|升温|降温|成型|浸出|提取|萃取|发酵|沉降|清洗|消毒|灭菌|传输|单件|判读|报警|定位|扫描|打印|焊接|装配|停留|建设|试制|回收|育种|养护|腌制|熟化|腐熟|堆肥)(?:所需|所用|用)?(?:时间|周期|时长)$/;
const LONG =
  /(?:续航|待机|保温|保冷|无故障(?:工作|运行)?|故障间隔|连续(?:工作|运行|使用|作业|飞行)|储存|贮存|保存|保鲜|放电|供电|飞行|滞空|有效|耐.{1,4}|抗.{1,4}|维护|检修间隔|大修|保养|换油|清洗间隔|使用|稳定运行)(?:的)?(?:时间|周期|时长)$/;

/** 表面粗糙度Ra */
const ROUGHNESS = /(?<![A-Za-z])R[aqtyz]$/;
/** 精度0.1mm is how far a value may be off, 精度95% how often it is right. */
const ABSOLUTE = new Set(['m', 'deg', 'rad', 's', '°C', 'kg', 'Pa']);
const IN_UNITS = /(?:精度|光洁度|分辨[率力]|检[测出]限)$/;
/** Longest end of a name that is looked at, in UTF-16 units. */
const LONGEST_END = 24;

/** Units of the longest word of the table with which a name ends; 0 for none. */
export function knownEnd(name: string): number {
  for (let length = Math.min(LONGEST, name.length); length > 1; length--) {
    if (TABLE.has(name.slice(-length))) return length;
  }
  return 0;
}

/**
 * Nothing for a quantity that the table does not know, or whose name goes on behind the word that it knows (粉尘捕集率).
 * The table is our proposal.
 *
 * @param unit base unit of its value, where one is known.
 */
export function betterWhen(name: string | undefined, unit?: string): 'higher' | 'lower' | undefined {
  if (name === undefined) return undefined;
  const called = name.slice(-LONGEST_END).trim();
  if (ROUGHNESS.test(called) || (unit !== undefined && ABSOLUTE.has(unit) && IN_UNITS.test(called)))
    return 'lower';
  if (SHORT.test(called)) return 'lower';
  if (LONG.test(called)) return 'higher';
  for (let rest = called; ; ) {
    const length = knownEnd(rest);
    if (length > 0) return OTHER_QUANTITY.test(rest) ? undefined : TABLE.get(rest.slice(-length));
    const tail = TAIL.exec(rest)?.[0].length ?? 0;
    if (tail === 0) return undefined;
    rest = rest.slice(0, -tail);
  }
}
