import { describeIssue, InputError } from 'cuohe';

/** Bad files: everything that is wrong with all of them. */
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
  return `错误 Error: ${error instanceof Error ? error.message : String(error)}`;
}

/** What the system says of a file, for a person. */
export function fileError(file: string, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(`${file}: ${String(error)}`);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new Error(`${file}: 没有这个文件 no such file`);
  if (code === 'EISDIR') return new Error(`${file}: 是目录，不是文件 a directory, not a file`);
  if (code === 'EACCES' || code === 'EPERM') return new Error(`${file}: 没有权限 permission denied`);
  if (code === 'EBUSY') return new Error(`${file}: 正被其他程序使用 in use by another program`);
  return new Error(`${file}: ${error.message}`);
}

/**
 * What two ways of checking the command line give.
 * @throws InputError with the issues of both.
 */
export async function bothOf<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  const done = await Promise.allSettled([first(), second()]);
  const reasons = done.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  if (reasons.length === 0)
    return done.map((one) => (one as PromiseFulfilledResult<unknown>).value) as [A, B];
  const other = reasons.find((reason) => !(reason instanceof InputError));
  if (other !== undefined) throw other;
  const issues = reasons.flatMap((reason) => (reason as InputError).issues);
  throw new InputError('INVALID_OPTIONS', 'Bad options', issues);
}
