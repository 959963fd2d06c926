import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { main } from '../../src/command/main.ts';
import { captured, type Outcome } from './captured.ts';

/** Runs the program: as its users do, or what is in it. */

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the bundled sample. */
export const sample = (file: string) => join(ROOT, 'examples/data', file);
/** Both files of the bundled sample. */
export const SAMPLE = [sample('achievements.jsonl'), sample('demands.jsonl')] as const;

/** Runs what the program runs, in this process, with what stdin holds; the language is Chinese unless asked for. */
export const cuohe = (
  args: readonly string[],
  { stdin = '', signal = new AbortController().signal }: { stdin?: string; signal?: AbortSignal } = {},
): Promise<Outcome> =>
  captured((output, complain) =>
    main(args, {
      output,
      complain,
      signal,
      stdin: async () => Buffer.from(stdin),
      streams: { input: Readable.from([]), output: new PassThrough() },
      env: {},
    }),
  );

/** Runs the program; with `closeAfter`, stdout is closed after that many characters, as `| head` does. */
export function program(args: readonly string[], closeAfter = Number.POSITIVE_INFINITY): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/command/bin.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  onTestFinished(() => void child.kill());
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.length >= closeAfter) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuohe-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A file that is gone after the test. */
export function temporaryFile(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}
