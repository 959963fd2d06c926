import { parseArgs } from 'node:util';
import { InputError, type InputIssue } from '../../src/index.ts';

/** One thing to measure. */
export interface Target {
  /** `data`: a judged folder; `tags`: a file of tagged titles. */
  readonly kind: 'data' | 'tags';
  readonly path: string;
}

/** What the command line asks for. */
export interface EvaluateOptions {
  /** In the order of the command line. */
  readonly targets: readonly Target[];
  /** Options to compare with the default ones. */
  readonly config: string | undefined;
  /** Judged folder to learn from; what is learned is measured in place of the default. */
  readonly learn: string | undefined;
  /** A table of what each part of the default configuration earns. */
  readonly ablation: boolean;
  readonly json: boolean;
  /** Adds the values of each demand and title to the JSON. */
  readonly perQuery: boolean;
}

export const USAGE = `评测 cuohe: 用人工判定的数据衡量排序与打标 / measures ranking and tagging on judged data

用法 Usage: npm run --silent evaluate -- [options]

  --data FOLDER   判定文件夹 a judged folder: demands.jsonl {id, title, text}, achievements.jsonl {id, title, text},
                  judgments.jsonl {demandId, achievementId, grade 0–3}; 可重复 may be repeated
  --tags FILE     已标注题名 tagged titles, a line of JSON each {id, title, codes, accepted}; 可重复 may be repeated
  --config FILE   与默认设置比较 JSON options to compare with the default ones, with a significance test:
                  {"fields": {…}, "signals": {…}, "ngrams": {…}, "maxDocumentShare": 0.2}; 需 needs --data
  --learn FOLDER  先从该判定文件夹学习 learns signal weights and levels from this judged folder, and measures them in
                  place of the default ones; 需 needs --data
  --ablation      消融表 a Markdown table of what each part of the default configuration earns; 需 needs --data
  --json          一个 JSON 对象 one JSON object, nothing else on stdout
  --per-query     JSON 中附每条需求、题名的结果 adds the results of each demand and title; 需 needs --json
  --help          显示本说明 this text

指标 Measures: a demand is evaluated if its judgments differ in grade; only judged achievements are ranked, and those
of one score rank in the order of records; an achievement is relevant (相关) from grade 2 on.
  ndcg10     nDCG@10, gain 2^grade − 1, discount log2(rank + 1); mean over demands
  p1         share of demands whose first achievement is relevant
  mrr, recall10, map   reciprocal rank, recall in the first ten, average precision; mean over demands with a relevant one
  auc        probability that a relevant judged pair scores above an irrelevant one (ties half), over all judged pairs
  demandAuc  the same within the pool of one demand; mean over demands
  levels     the shipped levels and probabilities, or with --learn the learned ones (then levelScore stands by itself too):
             levelScore 1 / (1 + mean absolute error), and calibrationError of the probabilities, over all judged pairs;
             precisionAtHalf, AtMost, AtAll: share of demands whose first achievement is relevant, of the half, of 80 %,
             of all of the demands, the surest first; answered: share of demands whose first is 强 or 较强, answeredRight:
             share of these whose first is relevant
  microF1, precision, recall   a predicted code is right if in "accepted", missed if in "codes" and not predicted
  macroF1    mean F1 of the codes
  firstCode  share of titles whose first code is right; for a title without codes: that gets none
`;

/** The options of the command line; a new command begins with a line here. */
const OPTIONS = {
  data: { type: 'string', multiple: true },
  tags: { type: 'string', multiple: true },
  config: { type: 'string' },
  learn: { type: 'string' },
  ablation: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'per-query': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * Reads the command line.
 * @throws InputError naming every bad option; the error of `parseArgs` for unknown ones.
 */
export function readArguments(args: readonly string[]): EvaluateOptions | 'help' {
  const { values, tokens } = parseArgs({ args: [...args], options: OPTIONS, tokens: true });
  if (values.help) return 'help';
  const targets = tokens.flatMap((token): Target[] =>
    token.kind === 'option' && (token.name === 'data' || token.name === 'tags')
      ? [{ kind: token.name, path: token.value ?? '' }]
      : [],
  );
  const { config, learn, ablation, json } = values;
  const perQuery = values['per-query'];
  const issues: InputIssue[] = [];
  const check = (ok: boolean, path: string, expected: string, received: string) => {
    if (!ok) issues.push({ index: -1, path, expected, received });
  };
  check(targets.length > 0, '--data, --tags', 'at least one of them', 'neither');
  for (const { kind, path } of targets) check(path !== '', `--${kind}`, 'a path', '""');
  const folders = targets.some(({ kind }) => kind === 'data');
  check(config === undefined || folders, '--config', '--data with it', 'no --data');
  check(learn === undefined || folders, '--learn', '--data with it', 'no --data');
  check(learn !== '', '--learn', 'a path', '""');
  check(learn === undefined || config === undefined, '--learn', 'no --config with it', '--config');
  check(learn === undefined || !ablation, '--learn', 'no --ablation with it', '--ablation');
  check(!ablation || folders, '--ablation', '--data with it', 'no --data');
  check(
    !ablation || targets.every(({ kind }) => kind === 'data'),
    '--ablation',
    'no --tags with it',
    '--tags',
  );
  check(!ablation || config === undefined, '--ablation', 'no --config with it', '--config');
  check(!perQuery || (json && !ablation), '--per-query', '--json with it, and no --ablation', 'otherwise');
  if (issues.length > 0) throw new InputError('INVALID_OPTIONS', 'Bad options (see --help)', issues);
  return { targets, config, learn, ablation, json, perQuery };
}
