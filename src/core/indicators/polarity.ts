/** Whether more or less of a quantity is better, by the words of its name; the later word decides. */

const LOWER =
  '误差 偏差 温差 色差 公差 噪声 噪音 能耗 电耗 功耗 水耗 油耗 损耗 消耗 磨损 磨耗 重量 自重 成本 费用 价格 造价 时间 耗时 周期 节拍 误检率 误报率 漏检率 漏报率 误判率 缺陷率 故障率 失效率 报废率 废品率 返修率 不良率 次品率 不合格率 崩裂率 崩刃率 开裂率 破损率 损失 损失率 孔隙率 漏率 泄漏率 泄漏量 残留 残留量 粗糙度 排放 排放量 排放浓度 停机 停机时间 响应时间 不确定度 变形 变形量 夹杂 偏析指数 时延 延迟 背隙 亚硝酸盐 丙烯酰胺 含油率 VOC NOx COD 氮氧化物 粉尘 振动 波动 极限压力 极限真空 能量损失 导热系数 挠度 平面度 圆度 直线度';
const HIGHER =
  '寿命 强度 硬度 效率 合格率 准确率 正确率 精确率 检出率 识别率 良率 良品率 收率 得率 成品率 回收率 利用率 提取率 转化率 选择性 纯度 产量 产能 容量 容量保持率 可靠性 达成率 节能率 节电率 节水率 节约率 节材率 覆盖率 成功率 重现率 存活率 憎水率 去除率 脱除率 透过率 分辨率 功率密度 能量密度 承载力 吸附力 抽速 附着力 韧性 掺量 比容量 续航 检测速度';

const TABLE: ReadonlyMap<string, 'higher' | 'lower'> = new Map([
  ...LOWER.split(' ').map((word) => [word, 'lower'] as const),
  ...HIGHER.split(' ').map((word) => [word, 'higher'] as const),
]);
const LONGEST = Math.max(...[...TABLE.keys()].map((word) => word.length));

/** 表面粗糙度Ra */
const ROUGHNESS = /(?<![A-Za-z])R[aqtyz]$/;
/** 精度0.1mm is how far a value may be off, 精度95% how often it is right. */
const ABSOLUTE = new Set(['m', 'deg', 'rad', 's', '°C', 'kg', 'Pa']);

/** Units of the longest word of the table with which a name ends; 0 for none. */
export function knownEnd(name: string): number {
  for (let length = Math.min(LONGEST, name.length); length > 1; length--) {
    if (TABLE.has(name.slice(-length))) return length;
  }
  return 0;
}

/**
 * Nothing for a quantity that the table does not know. The table is our proposal.
 *
 * @param unit base unit of its value, where one is known.
 */
export function betterWhen(name: string | undefined, unit?: string): 'higher' | 'lower' | undefined {
  if (name === undefined) return undefined;
  if (ROUGHNESS.test(name) || (unit !== undefined && ABSOLUTE.has(unit) && /(?:精度|光洁度)$/.test(name)))
    return 'lower';
  for (let end = name.length; end > 0; end--) {
    for (let length = Math.min(LONGEST, end); length > 1; length--) {
      const known = TABLE.get(name.slice(end - length, end));
      if (known !== undefined) return known;
    }
  }
  return undefined;
}
