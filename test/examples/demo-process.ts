import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { main } from '../../examples/demo/main.ts';
import { captured, type Outcome } from './captured.ts';

/** Runs the demo: as its users do, or what is in it. */

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs what the program runs, in this process. */
export const demo = (args: readonly string[]): Promise<Outcome> =>
  captured((output, complain) => main(args, output, complain, new AbortController().signal));

/** Runs the program; with `closeAfter`, stdout is closed after that many characters, as `| head` does. */
export function program(args: readonly string[], closeAfter = Number.POSITIVE_INFINITY): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'examples/demo.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
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

/** A file that is gone after the test. */
export function temporaryFile(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuohe-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
