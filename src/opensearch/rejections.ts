import { CuoheError, type InputError } from '../base/errors.ts';
import { cut, printable, quote } from '../base/printable.ts';

/** A record or an id that is not written, whatever is tried. */
export interface Rejected {
  /** Where it stood: among the records or the ids. */
  readonly from: 'put' | 'remove';
  /** Its position there, from 0. */
  readonly index: number;
  /** Its id, where that could be read. */
  readonly id?: string;
  /** What the engine answered for it, a status of HTTP. Absent where it was not sent, being no record or no id. */
  readonly status?: number;
  /** Why: cut, and safe to show. */
  readonly reason: string;
}

/** Those that an error names. */
const MOST_NAMED = 100;
/** Units of a reason, and issues of a record that it tells. */
const LONGEST_REASON = 500;
const MOST_ISSUES = 3;

/** A reason that is safe to show. */
export function reasonOf(said: string): string {
  return printable(cut(said, LONGEST_REASON));
}

/** Why a record is none, from the error that tells it. */
export function reasonsOf({ issues, total }: InputError): string {
  const told = issues
    .slice(0, MOST_ISSUES)
    .map(({ path, expected, received }) => `${path || 'record'}: expected ${expected}, received ${received}`);
  const more = total - told.length;
  return reasonOf(`${told.join('; ')}${more > 0 ? ` … and ${more} more` : ''}`);
}

/** What becomes of what was written. */
export class Tally {
  written = 0;
  /** Of those written: documents that were not there. */
  created = 0;
  removed = 0;
  unchanged = 0;
  rejected = 0;
  private readonly named: Rejected[] = [];
  private readonly onRejected: ((rejected: Rejected) => void) | undefined;

  constructor(onRejected: ((rejected: Rejected) => void) | undefined) {
    this.onRejected = onRejected;
  }

  get done(): number {
    return this.written + this.removed + this.unchanged + this.rejected;
  }

  reject(rejected: Rejected): void {
    this.rejected++;
    if (this.onRejected) this.onRejected(rejected);
    else if (this.named.length < MOST_NAMED) this.named.push(rejected);
  }

  /** What is done, in words. */
  inWords(): string {
    const { written, removed, unchanged, rejected } = this;
    return `${written} written, ${removed} removed, ${unchanged} unchanged, ${rejected} rejected`;
  }

  /** @throws CuoheError `ENGINE_REJECTED` naming those that nobody was told of. */
  throwIfUntold(): void {
    if (this.onRejected || this.rejected === 0) return;
    const lines = this.named.map((rejected) => `  ${described(rejected)}`);
    const more = this.rejected - lines.length;
    if (more > 0) lines.push(`  … and ${more} more (onRejected is told of each)`);
    throw new CuoheError('ENGINE_REJECTED', [`Not all could be written: ${this.inWords()}`, ...lines]);
  }
}

function described({ from, index, id, status, reason }: Rejected): string {
  const name = id === undefined ? '' : ` id ${quote(id)}`;
  return `${from}[${index}]${name}: ${status === undefined ? '' : `status ${status}, `}${reason}`;
}
