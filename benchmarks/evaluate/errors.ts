import { describeIssue, InputError, type InputIssue } from '../../src/index.ts';

/** What went wrong, for a person; every problem of bad input is named. */
export function errorText(error: unknown): string {
  if (error instanceof InputError) {
    // The message of the error lists the first hundred issues only.
    const [head] = error.message.split('\n', 1);
    return [`错误 Error: ${head}`, ...error.issues.map((issue) => `  ${describeIssue(issue)}`)].join('\n');
  }
  const text = error instanceof Error ? error.message : String(error);
  const isArgument =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return `错误 Error: ${text}${isArgument ? '\n用法见 For the options see --help' : ''}`;
}

/**
 * Runs all readers and gives what they read.
 * @throws InputError with the problems of all of them.
 */
export function readAll<T>(readers: readonly (() => T)[]): T[] {
  const issues: InputIssue[] = [];
  const values: T[] = [];
  for (const read of readers) {
    try {
      values.push(read());
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  if (issues.length > 0) throw new InputError('UNREADABLE_INPUT', 'Cannot read the judged data', issues);
  return values;
}
