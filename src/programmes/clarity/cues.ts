/** Words by which a demand tells an element, and where they stand in it. */

/** A piece of a text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Something is wrong. */
const PROBLEM =
  '磨损 剥落 脱落 开裂 裂纹 断裂 崩 泄漏 渗漏 变形 翘曲 超差 报废 返修 退货 投诉 故障 失效 失灵 腐蚀 锈 堵 卡死 卡住 卡顿 结冰 挂冰 结垢 起火 过热 发热 噪声 噪音 啸叫 振动 抖动 不稳 不均 不一致 不准 不足 不够 不高 不好 不了 不上 不到 不动 不行 不清 不良 误报 漏报 漏检 误检 超标 超限 过高 过低 过大 偏高 偏低 偏大 太高 太低 太慢 太大 低下 缓慢 效率低 成本高 能耗高 寿命短 时间长 周期长 精度低 收率低 合格率低 浪费 损失 依赖进口 全部进口 卡脖子 受制 停机 停产 坏 难 贵 慢 乱 痛点 瓶颈 问题 缺乏 缺少 没有办法 靠人工 脱胶 分层 气孔 缩孔 夹杂 偏析 粉化 起泡 发霉 烂 病害 虫害 又犯 复发 死亡 冻死 枯死 死了 污染 异味 危废 废水 排放 拥堵 冲突 中病毒 事故 风险 危险';
/** How it should be solved. */
const TECHNOLOGY =
  '采用 利用 运用 基于 借助 改用 改为 换成 替代 配方 算法 模型 仿真 建模 结构设计 优化设计 材质 材料体系 涂层 热处理 催化 发酵 萃取 传感 监测 检测 识别 视觉 机器人 自动化 数字化 物联网 大模型 人工智能 软件 生物法 补偿';
/** What may not change, or must hold. */
const CONSTRAINT =
  '不更换 不换 不改 不增加 不停机 不停产 不停电 不影响 不破坏 不损伤 不降低 不喷水 不增重 不能 不得 不允许 不可 不许 不超过 不依赖 不使用 不带 无需 无须 不用 不需要 免维护 免拆 必须 须满足 须符合 须通过 应符合 应满足 符合 满足 兼容 适配 防爆 阻燃 无毒 环保要求 排放标准 国标 行标 标准要求 认证 注册 取证 通过检验 现有生产线 现有产线 现有设备 带电 可逆 保密 资料不能 限于 仅限';
const BUDGET = '预算 经费 投入 资金 花钱 便宜 价格 费用 造价 万元 以内的价';
const DEADLINE =
  '年底 月底 季度末 月内 个月内 天内 日内 年内 尽快 急需 紧急 工期 之前完成 前完成 前投产 前交付 上市前';
const COOPERATION =
  '合作 委托 转让 许可 购买 引进 采购 联合 共建 入股 咨询 派专家 专家来 来看看 上门 服务 帮我们';

/** What is done to a thing, and no thing: 改性, 加工. */
export const PROCESSES =
  '加工 处理 干燥 改性 改造 改善 提高 降低 提前 开发 研发 研制 设计 生产 制备 应用 方法 办法 技术 工艺 问题 需求 方案 合作 公司 企业 希望 使用 客户 用户 知道'.split(
    ' ',
  );

/** Elements that are told by words. */
export const CUES = {
  problem: PROBLEM.split(' '),
  technology: TECHNOLOGY.split(' '),
  constraint: CONSTRAINT.split(' '),
  budget: BUDGET.split(' '),
  deadline: DEADLINE.split(' '),
  cooperation: COOPERATION.split(' '),
} as const;

const BREAK = /[，。；;！!？?\n、,：:]/;
/** A clause is quoted up to here. */
const MOST = 30;
/** Clauses looked at in one text. */
const MOST_TEXT = 20_000;

/** 能不能 forbids nothing, and 预算不高 is no problem of the thing. */
const HARMLESS = /能不能|可不可以|(?:预算|经费|资金|花钱).*/g;

/** The clauses of a text that tell an element, in their order, at most so many. O(text × words). */
export function clausesWith(text: string, element: keyof typeof CUES, most: number): Piece[] {
  const words = CUES[element];
  const found: Piece[] = [];
  const end = Math.min(text.length, MOST_TEXT);
  for (let start = 0; start < end && found.length < most; ) {
    let stop = start;
    while (stop < end && !BREAK.test(text[stop]!)) stop++;
    const clause = text.slice(start, stop);
    const at = clause.length - clause.trimStart().length;
    const bare = clause.trim();
    const said = element === 'budget' ? bare : bare.replace(HARMLESS, '');
    if (words.some((word) => said.includes(word))) {
      found.push({ start: start + at, end: start + at + Math.min(bare.length, MOST) });
    }
    start = stop + 1;
  }
  return found;
}
