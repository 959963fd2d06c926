import type { Engine } from '../core/matcher/engine.ts';
import type { Answering } from '../core/matcher/match.ts';
import type { ResolvedMatchOptions } from '../core/matches/match-options.ts';

/** How some queries are answered, and the number by which workers know it. */
export interface Asking {
  readonly number: number;
  readonly answering: Answering;
  readonly lean: boolean;
}

/** Ways of asking that are kept with their filters applied, by which each worker knows them. */
const MOST_KEPT = 32;
const MS_PER_DAY = 86_400_000;

/**
 * How single queries are answered: portals ask by the same few options again and again, so that filters are applied
 * once for all queries that have the same, and sent to each worker once.
 */
export class Askings {
  /** By options, the one that was used last at the end. */
  private readonly kept = new Map<string, Asking>();
  private readonly nextNumber: () => number;
  private readonly forget: (asking: Asking) => void;

  /** @param forget is told of each way of asking that is kept no longer. */
  constructor(nextNumber: () => number, forget: (asking: Asking) => void) {
    this.nextNumber = nextNumber;
    this.forget = forget;
  }

  /** @throws InputError `INVALID_OPTIONS` for filters that cannot be applied. */
  of<R>(engine: Engine, options: ResolvedMatchOptions<R>): Asking {
    const key = keyOf(options);
    const known = key === undefined ? undefined : this.kept.get(key);
    const { lean } = options;
    const asking = known ?? { number: this.nextNumber(), answering: engine.answering(options), lean };
    if (key === undefined) return asking;
    this.kept.delete(key);
    this.kept.set(key, asking);
    if (this.kept.size > MOST_KEPT) {
      const [oldest, gone] = this.kept.entries().next().value!;
      this.kept.delete(oldest);
      this.forget(gone);
    }
    return asking;
  }

  /** Whether a way of asking will be used again. */
  keeps(asking: Asking): boolean {
    for (const kept of this.kept.values()) if (kept === asking) return true;
    return false;
  }
}

/** Options as a text; undefined for those of which nobody knows whether they do the same again. */
function keyOf<R>({ filter, limit, ...rest }: ResolvedMatchOptions<R>): string | undefined {
  if (filter.where !== undefined) return undefined;
  const { asOf = new Date() } = filter;
  const day = typeof asOf === 'string' ? asOf : Math.floor(asOf.getTime() / MS_PER_DAY);
  return JSON.stringify([{ ...filter, asOf: day }, String(limit), rest]);
}
