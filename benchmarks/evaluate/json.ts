import type { RankingEvaluation } from '../../src/evaluate/ranking.ts';
import type { DataResult, Result, TagsResult } from './measure.ts';

/** Results as JSON: one target gives its measures, several give `{ "results": […] }`. Undefined measures are null. */
export function toJson(results: readonly Result[], perQuery: boolean): string {
  const [first] = results;
  const content =
    first !== undefined && results.length === 1
      ? contentOf(first, perQuery)
      : {
          results: results.map((result) => ({ [result.kind]: result.path, ...contentOf(result, perQuery) })),
        };
  return `${jsonText(content)}\n`;
}

/** JSON text with null for undefined. */
export function jsonText(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) => (value === undefined ? null : value));
}

function contentOf(result: Result, perQuery: boolean): Readonly<Record<string, unknown>> {
  return result.kind === 'data' ? dataContent(result, perQuery) : tagsContent(result, perQuery);
}

function dataContent({ evaluation, kinds, levels, learned, other }: DataResult, perQuery: boolean) {
  return {
    ...evaluation.summary,
    levels,
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(learned === undefined ? {} : { levelScore: levels.levelScore }),
    ...(perQuery ? { perDemand: demandsOf(evaluation) } : {}),
    ...(other === undefined
      ? {}
      : {
          config: {
            ...other.evaluation.summary,
            ...(perQuery ? { perDemand: demandsOf(other.evaluation) } : {}),
          },
          comparison: Object.fromEntries(other.comparisons.map(({ metric, ...rest }) => [metric, rest])),
        }),
  };
}

function demandsOf({ perDemand }: RankingEvaluation) {
  return perDemand.map(({ demandId, values }) => ({ demandId, ...values }));
}

function tagsContent({ evaluation }: TagsResult, perQuery: boolean) {
  const { perTitle, perCode, ...measures } = evaluation;
  return perQuery ? { ...measures, perCode: Object.fromEntries(perCode), perTitle } : measures;
}
