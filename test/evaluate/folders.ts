import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { SAMPLE } from './sample.ts';

/** JSON lines of records. */
export const lines = (records: readonly unknown[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** A temporary folder for the tests of the file that asks for it, and gone after them. */
export function temporaryFolder() {
  const root = mkdtempSync(join(tmpdir(), 'cuohe-evaluate-'));
  let made = 0;
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** Writes a file and gives its path. */
  function writeFile(name: string, content: string): string {
    const path = join(root, `${made++}-${name}`);
    writeFileSync(path, content);
    return path;
  }

  /** Writes the sample as a judged folder, with some files changed, or left out where null; gives its path. */
  function writeFolder(changes: Readonly<Record<string, string | null>> = {}): string {
    const folder = join(root, String(made++));
    mkdirSync(folder);
    const files: Readonly<Record<string, string | null>> = {
      'demands.jsonl': lines(SAMPLE.demands),
      'achievements.jsonl': lines(SAMPLE.achievements),
      'judgments.jsonl': lines(SAMPLE.judgments),
      ...changes,
    };
    for (const [name, content] of Object.entries(files)) {
      if (content !== null) writeFileSync(join(folder, name), content);
    }
    return folder;
  }

  return { writeFile, writeFolder };
}
