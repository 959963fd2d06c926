import * as z from 'zod/mini';
import { Issues } from '../base/issues.ts';
import { optionsOf, type ShapeOf } from '../base/shapes.ts';
import { toInputIssues } from '../base/zod-issues.ts';
import type { Holdings } from './holdings.ts';

/** What a tool gives: data that fit its schema, and a few lines for people. */
export interface ToolAnswer {
  readonly data: object;
  readonly lines: readonly string[];
}

/** One tool, as a client lists and calls it. */
export interface McpTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: { type: 'object'; [key: string]: unknown };
  readonly outputSchema: { type: 'object'; [key: string]: unknown };
  /** @throws InputError for bad arguments; CuoheError for what is not there. */
  run(holdings: Holdings, args: unknown): ToolAnswer;
}

/** How a tool is told: its shapes are checked and listed, so that both are one. */
export interface ToolPlan<I extends object> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: ShapeOf<I>;
  readonly output: z.ZodMiniType;
  answer(holdings: Holdings, args: I): ToolAnswer;
}

/** Makes a tool. */
export function toolOf<I extends object>({ input, output, answer, ...told }: ToolPlan<I>): McpTool {
  const shape = optionsOf<I>(input);
  return {
    ...told,
    inputSchema: schemaOf(z.strictObject(input as z.core.$ZodLooseShape)),
    outputSchema: schemaOf(output),
    run(holdings, args) {
      const issues = new Issues();
      const parsed = shape.safeParse(args);
      if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, args, -1));
      issues.throwAs('INVALID_OPTIONS', 'Bad arguments');
      return answer(holdings, args as I);
    },
  };
}

function schemaOf(type: z.ZodMiniType): McpTool['inputSchema'] {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input' });
  return schema as McpTool['inputSchema'];
}
