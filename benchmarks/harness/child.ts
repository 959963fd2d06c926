import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Ready, Reply } from './protocol.ts';
import { ROOT } from './root.ts';

/** Lines of complaints that an error tells. */
const TOLD = 15;

/** A process that does measured work when it is asked. */
export class Child {
  /** Flags of Node for every script. */
  static flags: readonly string[] = [];
  readonly ready: Ready['ready'];
  private readonly name: string;
  private readonly process: ChildProcess;
  private readonly next: () => Promise<unknown>;

  private constructor(name: string, process: ChildProcess, next: () => Promise<unknown>, ready: Ready) {
    this.name = name;
    this.process = process;
    this.next = next;
    this.ready = ready.ready;
  }

  /**
   * Starts a program that keeps to the protocol, and waits until it is ready.
   * @throws Error with what it complained of, where it ends instead.
   */
  static async start(
    name: string,
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = process.env,
  ): Promise<Child> {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe'] });
    const complaints: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      complaints.push(line);
      if (complaints.length > TOLD) complaints.shift();
    });
    const ended = new Promise<never>((_, reject) => {
      const fail = (how: string) => reject(new Error([`${name}: ${how}`, ...complaints].join('\n')));
      child.on('error', ({ message }) => fail(message));
      child.on('close', (code, signal) => fail(`ended with ${signal ?? code} before it answered`));
    });
    ended.catch(() => {});
    child.stdin.on('error', () => {});
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => {
      const { value, done } = await Promise.race([lines.next(), ended]);
      return done ? ended : JSON.parse(value as string);
    };
    return new Child(name, child, next, (await next()) as Ready);
  }

  /** Starts a TypeScript file of the benchmarks. @param flags of Node. */
  static script(
    name: string,
    file: string,
    args: readonly string[],
    flags: readonly string[] = [],
  ): Promise<Child> {
    return Child.start(name, process.execPath, [...Child.flags, ...flags, '--import', 'tsx', file, ...args]);
  }

  /** Has a case run for the first queries. @param answers tells them in place of the time. */
  async ask(work: string, queries = 0, answers = false): Promise<Reply> {
    this.process.stdin!.write(`${work} ${queries} ${answers ? 1 : 0}\n`);
    const reply = (await this.next()) as Reply;
    if (!(reply.ms >= 0)) throw new Error(`${this.name}: no time for ${work}: ${JSON.stringify(reply)}`);
    return reply;
  }

  /** Hangs up; the process ends by itself. */
  stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return Promise.resolve();
    const closed = new Promise<void>((resolve) => this.process.once('close', () => resolve()));
    this.process.stdin!.end();
    return closed;
  }
}

/** Runs with processes, and stops them whatever happens. */
export async function withChildren<T>(
  starting: readonly Promise<Child>[],
  work: (children: readonly Child[]) => Promise<T>,
): Promise<T> {
  const started = await Promise.allSettled(starting);
  const children = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  try {
    for (const one of started) if (one.status === 'rejected') throw one.reason;
    return await work(children);
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}
