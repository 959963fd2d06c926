import type { Role } from '../../core/reading/roles.ts';
import { readStatements } from '../../core/reading/statements.ts';
import { clausesTelling } from '../../core/reading/telling.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { everydayProblem } from './everyday.ts';

/**
 * Words by which a demand tells what the reader of texts has no role for, and where they stand in it. Problems and
 * conditions are told by the reader, `core/reading`.
 */

/** A piece of a text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** How it should be solved. */
const TECHNOLOGY =
  '采用 利用 运用 基于 借助 改用 改为 换成 替代 配方 算法 模型 仿真 建模 结构设计 优化设计 材质 材料体系 涂层 热处理 催化 发酵 萃取 传感 监测 检测 识别 视觉 机器人 自动化 数字化 物联网 大模型 人工智能 软件 生物法 补偿';
const BUDGET = '预算 经费 投入 资金 花钱 便宜 价格 费用 造价 万元 以内的价';
const DEADLINE =
  '年底 月底 季度末 月内 个月内 天内 日内 年内 尽快 急需 紧急 工期 之前完成 前完成 前投产 前交付 上市前';
const COOPERATION =
  '合作 委托 转让 许可 购买 引进 采购 联合 共建 入股 咨询 派专家 专家来 来看看 上门 服务 帮我们';

/** Elements that are told by words. */
export const CUES = {
  technology: TECHNOLOGY.split(' '),
  budget: BUDGET.split(' '),
  deadline: DEADLINE.split(' '),
  cooperation: COOPERATION.split(' '),
} as const;

const BREAK = /[，。；;！!？?\n、,：:]/;
/** A clause is read up to here. In UTF-16 units. */
const LONGEST = 200;
/** A clause is quoted up to here. */
const MOST = 30;
/** Clauses looked at in one text. */
const MOST_TEXT = 20_000;

/** The clauses of a text that tell an element, in their order, at most so many. O(text × words). */
export function clausesWith(text: string, element: keyof typeof CUES, most: number): Piece[] {
  const words: readonly string[] = CUES[element];
  return clausesWhere(text, (clause) => words.some((word) => clause.includes(word)), most);
}

/** The clauses of a text of which something is true, in their order, at most so many. O(text) tests. */
export function clausesWhere(text: string, test: (clause: string) => boolean, most: number): Piece[] {
  const found: Piece[] = [];
  const end = Math.min(text.length, MOST_TEXT);
  for (let start = 0; start < end && found.length < most; ) {
    let stop = start;
    while (stop < end && !BREAK.test(text[stop]!)) stop++;
    const clause = text.slice(start, stop);
    const at = clause.length - clause.trimStart().length;
    const bare = clause.trim();
    if (test(bare.slice(0, LONGEST))) {
      found.push({ start: start + at, end: start + at + Math.min(bare.length, MOST) });
    }
    start = stop + 1;
  }
  return found;
}

/** The clauses of a text whose words tell a role, in their order, at most so many. O(text). */
export function clausesOfRole(text: string, role: Role, most: number): Piece[] {
  const { text: folded, starts, ends } = normalize(text.slice(0, MOST_TEXT));
  return clausesTelling(folded, readStatements(folded), role)
    .slice(0, most)
    .map(({ start, end }) => ({
      start: starts[start]!,
      end: ends[Math.min(end, start + MOST) - 1]!,
    }));
}

/** The clauses of a text that tell a problem, by the reader of texts or in everyday words, in their order. O(text). */
export function problemsIn(text: string, most: number): Piece[] {
  const told = clausesOfRole(text, 'problem', most);
  const everyday = clausesWhere(text, (clause) => everydayProblem(clause) >= 0, most).filter(
    ({ start, end }) => !told.some((other) => other.start < end && start < other.end),
  );
  return [...told, ...everyday].sort((a, b) => a.start - b.start).slice(0, most);
}

/** Whether a piece of a text tells that something is wrong. */
export function tellsProblem(text: string): boolean {
  return problemsIn(text, 1).length > 0;
}
