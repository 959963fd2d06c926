import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for everything that processes share; gone when the benchmark ends, however it ends. */
export class SharedFolder {
  private readonly root = mkdtempSync(join(tmpdir(), 'cuohe-bench-'));

  constructor() {
    process.once('exit', () => rmSync(this.root, { recursive: true, force: true }));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  }

  /** A folder in it, made when first asked for. */
  folder(name: string): string {
    const folder = join(this.root, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}
