import { describeIssue, InputError } from 'cuohe';

/** Bad files: everything that is wrong with both of them. */
export class LoadError extends Error {
  readonly causes: readonly unknown[];

  constructor(causes: readonly unknown[]) {
    super(causes.map(errorText).join('\n'));
    this.causes = causes;
  }
}

/** What went wrong, for a person; every problem of bad input is named. */
export function errorText(error: unknown): string {
  if (error instanceof LoadError) return error.message;
  if (error instanceof InputError) {
    // The message of the error lists the first hundred issues only.
    const [head] = error.message.split('\n', 1);
    return [`错误 Error: ${head}`, ...error.issues.map((issue) => `  ${describeIssue(issue)}`)].join('\n');
  }
  const text = error instanceof Error ? error.message : String(error);
  const hint = isArgumentError(error) ? '\n用法见 For the options see --help' : '';
  return `错误 Error: ${text}${hint}`;
}

function isArgumentError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
