import type { Clause } from './clauses.ts';
import { CueFinder } from './cue-finder.ts';
import { ROLES, type Role } from './roles.ts';

/** Words of headings, by the role of what follows. Of several the last decides: 需求背景 heads a background. */
export const HEADINGS = `
company 1: 单位 名称 所属领域 所属产业 企业简介 公司简介 单位简介 企业概况 公司概况 单位概况 企业介绍 公司介绍 单位介绍 企业情况 公司情况 基本情况 企业基本情况 单位基本情况 关于我们 企业背景 公司背景 团队介绍 团队简介 团队情况 研发团队 企业名称 单位名称 公司名称 所属行业 company_profile about_us
praise 1: 荣誉 获奖情况 获奖 所获奖项 知识产权 知识产权情况 专利情况 市场前景 应用前景 推广前景 前景 经济效益 社会效益 效益 效益分析 市场分析 先进性 推广情况 技术水平
background 1: 背景 项目背景 技术背景 研究背景 行业背景 立项背景 发展现状 国内外现状 研究现状 概述 意义 必要性 background
present 1: 现状 技术现状 生产现状 工艺现状 现有工艺 现有基础 工作基础 研究基础 前期基础 现有条件 已有基础 已有条件 现有设备 目前进展 研究进展 进展情况 进展 基础 前期工作 已开展工作
problem 1: 问题 难题 技术难题 技术问题 存在问题 难点 技术难点 痛点 瓶颈 困难 问题描述 主要问题
need 1: 需求 需求详情 技术需求 需求内容 需求描述 需求简述 项目内容 研究内容 主要内容 内容 目标 预期目标 目的 研究目标 关键技术 希望 期望 方向 方式 解决方案 技术路线 任务 拟达到 达到 need needs demand
indicator 1: 指标 技术指标 考核指标 性能指标 经济指标 技术要求 参数 主要参数 技术参数 规格 预期成果 预期效果 功能要求 性能要求 质量要求 specifications
condition 1: 条件 约束 约束条件 要求 使用条件 工况 应用场景 适用范围 应用领域 使用环境 运行环境 限制条件
cooperation 1: 揭榜金额 悬赏金额 金额 备注 合作方式 合作模式 合作意向 合作要求 合作条件 预算 资金 投资 经费 转让方式 交易方式 时限 期限 完成时间 投入
contact 1: 联系人 联系方式 联系电话 电话 手机 地址 邮箱 邮编 网址 微信 contact tel email
offer 1: 成果简介 成果介绍 成果概述 技术简介 技术介绍 技术概述 项目简介 项目介绍 技术原理 技术特点 技术方案 创新点 技术创新 产品简介 产品介绍 技术优势 主要功能 功能 特点 摘要 abstract
`;
/** What else may stand in a heading on a line of its own. */
const FILLERS =
  '企业 公司 我司 本单位 单位 项目 技术 主要 具体 的 及 和 与 或 以及 拟 解决 预计 现有 相关 情况 说明 描述 简介 概要 如下 以下 目前 存在 所需 工作 合作 期望 该 本 其他 其它 方面 内容 实现 预期 应用 产品 市场 经济 社会 简要 基本 研究 国内外 希望 包括 成果 行业 一 二 三 四 五 六 七 八 九 十';
/** A longer clause is no heading. In UTF-16 units. */
const LONGEST = 24;
const LONGEST_LINE = 16;

let words: CueFinder | undefined;
let fillers: CueFinder | undefined;

/** The role that a heading gives to what follows; undefined for what is none. O(1). */
export function headingOf(text: string, { start, end, by }: Clause): Role | undefined {
  if (by !== 'colon' && by !== 'line') return undefined;
  const from = skipNumber(text, start, end);
  let to = end;
  while (to > from && isSign(text.charCodeAt(to - 1))) to--;
  if (to - from > (by === 'colon' ? LONGEST : LONGEST_LINE) || to - from < 2) return undefined;
  words ??= new CueFinder(HEADINGS);
  let role = -1;
  let asks = -1;
  let joins = false;
  let last = from;
  let covered = 0;
  words.eachCue(text, from, to, from, (cue, at, stop) => {
    joins ||= role >= 0 && /[及和与、/]/.test(text.slice(last, at));
    role = cue.role;
    if (cue.role === NEED || cue.role === PROBLEM) asks = cue.role;
    covered += stop - at;
    last = stop;
  });
  if (role < 0) return undefined;
  // 大幅度提高使用寿命的要求: a heading ends with its word, or with a few signs behind it.
  if (by === 'colon' ? to - last > MOST_BEHIND : covered + fillersOf(text, from, to) < to - from) {
    return undefined;
  }
  return ROLES[joins && asks >= 0 ? asks : role];
}

const NEED = ROLES.indexOf('need');
const PROBLEM = ROLES.indexOf('problem');
/** 技术问题(难点), 目标如下. */
const MOST_BEHIND = 4;

/** Units that no word of a heading covers and a filler does. */
function fillersOf(text: string, from: number, to: number): number {
  fillers ??= new CueFinder(`other 1: ${FILLERS}${HEADINGS.replaceAll(/\n\w+ 1:/g, '')}`);
  let all = 0;
  fillers.eachCue(text, from, to, from, (_, at, stop) => {
    all += stop - at;
  });
  for (let at = from; at < to; at++) if (/[()、/.\s]/.test(text.charAt(at))) all++;
  let own = 0;
  words!.eachCue(text, from, to, from, (_, at, stop) => {
    own += stop - at;
  });
  return all - own;
}

/** Where a clause begins behind its number: 一、 1. (2) 第三, */
export function skipNumber(text: string, start: number, end: number): number {
  let at = start;
  const limit = Math.min(end, start + 8);
  while (at < limit && NUMBERING.includes(text.charAt(at))) at++;
  // 一体化 is no 一 and 体化.
  const last = text.charAt(at - 1);
  return at > start && !'.、)]】 \t(（'.includes(last) && !(last >= '0' && last <= '9') ? start : at;
}

const NUMBERING = '0123456789一二三四五六七八九十()[]【、.* ●•■◆-"“';

function isSign(unit: number): boolean {
  return unit < 0x30 || unit === 0x3a || unit === 0x3011 || unit === 0x5d;
}
