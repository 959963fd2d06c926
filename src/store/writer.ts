import { CuoheError } from '../base/errors.ts';
import type { CompactOptions } from '../core/matcher/compact.ts';
import { engineOf } from '../core/matcher/engine-of.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import { inTurns } from '../core/matcher/run.ts';
import type { RunOptions } from '../core/matches/match-options.ts';
import { indexMemory } from '../core/postings/memory.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { applied, merged } from './apply.ts';
import { type Change, encodeChangeSteps } from './change.ts';
import { clean, commit, expectNoOther } from './commit.ts';
import type { Store } from './contract.ts';
import { type FileKind, type Files, fileName } from './files.ts';
import { nextNumber, openBase, type State } from './load.ts';
import { type ChangeEntry, type Entry, entryOf } from './manifest.ts';
import type { ResolvedStoreOptions } from './options.ts';
import { checkedChangeSteps, type StoreChanges, takenChanges } from './take.ts';

/** Changes an open store. Everything that makes a state waits in one queue. */
export class Writer implements Store {
  private readonly files: Files;
  private readonly options: ResolvedStoreOptions;
  private state: State;
  /** Largest generation of any manifest that is known. */
  private last: number;
  private lastData = 0;
  private queue: Promise<unknown> = Promise.resolve();
  /** Compactions wait for each other, and not in the queue. */
  private compacting: Promise<unknown> = Promise.resolve();
  private isCompacting = false;
  /** Changes since the index was taken that is being compacted. */
  private since: Change[] = [];
  /** The base that is being written. */
  private pending: string | undefined;
  /** Records in the log at which the store compacts by itself. */
  private compactAt: number;
  /** Why it is not known which state the files hold. */
  private uncertain: CuoheError | undefined;

  constructor(files: Files, options: ResolvedStoreOptions, state: State, last: number) {
    this.files = files;
    this.options = options;
    this.state = state;
    this.last = last;
    this.compactAt = options.compactAt;
  }

  get matcher(): Matcher<MatchRecord> {
    return this.state.matcher;
  }

  get generation(): number {
    return this.state.manifest.generation;
  }

  get log(): Store['log'] {
    const { changes } = this.state.manifest;
    const sum = (of: (change: ChangeEntry) => number) => changes.reduce((total, one) => total + of(one), 0);
    return {
      changes: changes.length,
      records: sum(({ count }) => count),
      bytes: sum(({ length }) => length),
    };
  }

  async update(changes: StoreChanges): Promise<Matcher<MatchRecord>> {
    const taken = takenChanges(changes, engineOf(this.matcher)!.parts);
    return this.inTurn(() => this.change(taken));
  }

  async compact(options: CompactOptions & RunOptions = {}): Promise<Matcher<MatchRecord>> {
    const before = this.compacting;
    const compacted = before.then(() => this.rewrite(options));
    this.compacting = compacted.catch(() => {});
    return compacted;
  }

  async settled(): Promise<void> {
    for (;;) {
      const { queue, compacting } = this;
      await Promise.all([queue, compacting]);
      if (queue === this.queue && compacting === this.compacting) return;
    }
  }

  /** Runs what makes a state after all that was asked for before. */
  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.queue.then(act);
    this.queue = done.catch(() => {});
    return done;
  }

  private async change(changes: StoreChanges): Promise<Matcher<MatchRecord>> {
    const { matcher, manifest } = this.state;
    const change = await inTurns(checkedChangeSteps(engineOf(matcher)!.parts, changes), undefined, {});
    const count = change.put.length + change.removed.length;
    if (count === 0) return matcher;
    const name = await this.nextName('change');
    const bytes = await inTurns(encodeChangeSteps(name, change), undefined, {});
    const [next] = await Promise.all([applied(matcher, change), this.files.write(name, bytes)]);
    const entry = { ...entryOf(name, bytes), count };
    await this.commit(manifest.base, [...manifest.changes, entry], next);
    if (this.isCompacting) this.since.push(change);
    else if (this.log.records > this.compactAt) this.compactAside();
    return next;
  }

  private async rewrite(options: CompactOptions & RunOptions): Promise<Matcher<MatchRecord>> {
    const { matcher, manifest } = await this.inTurn(async () => {
      this.isCompacting = true;
      this.since = [];
      return this.state;
    });
    try {
      const compacted = await matcher.compact(options);
      const bytes = await compacted.saveAsync({
        ...(options.signal && { signal: options.signal }),
        allocate: indexMemory,
      });
      const name = await this.inTurn(() => this.nextName('base'));
      this.pending = name;
      // As it is opened tomorrow; and of the index before nothing is kept.
      const opened = await openBase(name, bytes, this.options.open);
      await this.files.write(name, bytes);
      return await this.inTurn(async () => {
        const next = this.since.length > 0 ? await applied(opened, merged(this.since)) : opened;
        const later = this.state.manifest.changes.slice(manifest.changes.length);
        await this.commit(entryOf(name, bytes), later, next);
        this.compactAt = this.options.compactAt;
        return next;
      });
    } finally {
      this.isCompacting = false;
      this.since = [];
      this.pending = undefined;
    }
  }

  private compactAside(): void {
    this.isCompacting = true;
    this.compact().catch((error: unknown) => {
      this.compactAt = this.log.records + this.options.compactAt;
      this.options.onError(error);
    });
  }

  /** A name for a file of data that nobody has used. */
  private async nextName(kind: FileKind): Promise<string> {
    if (this.uncertain !== undefined) {
      const { message } = this.uncertain;
      throw new CuoheError('STORE_FAILED', `The store must be opened again: ${message}`, {
        cause: this.uncertain,
      });
    }
    const names = await this.files.list();
    expectNoOther(names, this.last);
    this.lastData = nextNumber(names, this.lastData + 1);
    return fileName(kind, this.lastData);
  }

  private async commit(
    base: Entry,
    changes: readonly ChangeEntry[],
    matcher: Matcher<MatchRecord>,
  ): Promise<void> {
    const names = await this.files.list();
    expectNoOther(names, this.last);
    const manifest = { generation: this.last + 1, base, changes };
    try {
      await commit(this.files, manifest);
    } catch (error) {
      if ((error as CuoheError).code === 'STORE_FAILED') this.uncertain = error as CuoheError;
      throw error;
    }
    this.state = { matcher, manifest };
    this.last = manifest.generation;
    // The caller need not wait for it; what comes next does. States may have been made before it is its turn.
    void this.inTurn(() => clean(this.files, names, this.state.manifest, this.pending));
  }
}
