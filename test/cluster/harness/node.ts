import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { EngineFiles } from './engine.ts';

/** Where a node listens, on 127.0.0.1. */
export interface Bound {
  /** `127.0.0.1:41067` */
  readonly http: string;
  readonly transport: string;
}

/** Small, and quick to start: compiled once, by the quick compiler. */
const JAVA_OPTIONS = [
  '-Xms384m',
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:-UsePerfData',
  '-Dlog4j2.disable.jmx=true',
];

/** Lines of its log that are told when it fails. */
const LAST_LINES = 20;

/** One node: a process of its own, which ends when this one does. */
export class EngineNode {
  readonly name: string;
  readonly #files: EngineFiles;
  readonly #home: string;
  readonly #settings: Readonly<Record<string, string>>;
  #process: ChildProcessByStdio<Writable, Readable, null> | undefined;
  #bound: Bound | undefined;
  #ended: Promise<void> = Promise.resolve();
  readonly #lines: string[] = [];

  constructor(files: EngineFiles, name: string, home: string, settings: Readonly<Record<string, string>>) {
    this.name = name;
    this.#files = files;
    this.#home = home;
    this.#settings = settings;
    for (const folder of ['config', 'tmp']) mkdirSync(join(home, folder), { recursive: true });
    this.seed([]);
  }

  /** Id of its process; undefined when it does not run. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Where it listens, or listened before it was killed; it takes the same places again. */
  get bound(): Bound {
    if (this.#bound === undefined) throw new Error(`${this.name} has not been started`);
    return this.#bound;
  }

  /** Tells it where other nodes are; it may run already. */
  seed(transports: readonly string[]): void {
    writeFileSync(join(this.#home, 'config/unicast_hosts.txt'), transports.map((at) => `${at}\n`).join(''));
  }

  /**
   * Starts it, until it listens.
   * @throws Error with the end of its log when it ends before.
   */
  async start(): Promise<void> {
    const port = (at: string | undefined) => at?.split(':')[1] ?? '0';
    const settings: Record<string, string> = {
      ...this.#settings,
      'node.name': this.name,
      'path.home': this.#home,
      'network.host': '127.0.0.1',
      // 0: a free one.
      'http.port': port(this.#bound?.http),
      'transport.port': port(this.#bound?.transport),
    };
    const started = spawn(
      'java',
      [
        ...JAVA_OPTIONS,
        `-Djava.io.tmpdir=${join(this.#home, 'tmp')}`,
        `-Dlog4j.configurationFile=${this.#files.logging}`,
        ...['-cp', this.#files.classPath, 'Main'],
        ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
      ],
      // It reads what is never written, and so notices when this process is gone.
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    this.#process = started as unknown as ChildProcessByStdio<Writable, Readable, null>;
    this.#ended = new Promise<void>((resolve) => {
      started.once('error', () => resolve());
      started.once('exit', () => resolve());
    }).then(() => {
      this.#process = undefined;
    });
    // A node that is killed breaks the pipe.
    started.stdin.on('error', () => {});
    createInterface({ input: started.stderr }).on('line', (line) => this.#keep(line));
    const bound = new Promise<Bound>((resolve) => {
      createInterface({ input: started.stdout }).on('line', (line) => {
        const [, http, transport] = /^BOUND (\S+) (\S+)$/.exec(line) ?? [];
        if (http !== undefined && transport !== undefined) resolve({ http, transport });
        else this.#keep(line);
      });
    });
    this.#bound = await this.whileRunning(bound);
  }

  /** @throws Error with the end of its log when it ends before. */
  whileRunning<T>(task: Promise<T>): Promise<T> {
    const failed = this.#ended.then(() => {
      throw new Error(`${this.name} ended:\n${this.#lines.join('\n')}`);
    });
    return Promise.race([task, failed]);
  }

  /** Ends it as a power failure does. */
  async kill(): Promise<void> {
    this.#process?.kill('SIGKILL');
    await this.#ended;
  }

  #keep(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > LAST_LINES) this.#lines.shift();
  }
}
