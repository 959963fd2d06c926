import { type IpcSymbol, ipcKey, parseIpcArea } from '../records/ipc.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { FieldSpan } from '../terms/span.ts';

/** What the symbols of a patent say for one chain. */
export interface IpcEvidence {
  /** The strongest of what its symbols say; a further symbol says {@link FURTHER} of the main one. In (0, 3]. */
  readonly strength: number;
  /** The symbols that speak, in their order, with what each says. */
  readonly spans: readonly { readonly points: number; readonly span: FieldSpan }[];
}

/** Evidence by the position of the chain in its taxonomy. */
export type IpcReader = (symbols: readonly IpcSymbol[]) => ReadonlyMap<number, IpcEvidence>;

/**
 * What a symbol behind the main one counts. The first symbol is for the invention as a whole, further ones also for
 * additional information (Guide to the IPC, WIPO). Two thirds make of a settling part a strong one.
 */
const FURTHER = 2 / 3;

interface OwnedArea {
  readonly from: string;
  readonly to: string;
  /** Position of a chain → strength. */
  readonly chains: Map<number, number>;
}

const NONE: ReadonlyMap<number, IpcEvidence> = new Map();

/**
 * Reads symbols by the parts of the IPC that the chains of a taxonomy own; those are read with the first symbol.
 * O(symbols · parts of a section).
 */
export function ipcReader(taxonomy: Taxonomy): IpcReader {
  let read: IpcReader | undefined;
  return (symbols) => {
    if (symbols.length === 0) return NONE;
    read ??= readerOf(taxonomy);
    return read(symbols);
  };
}

function readerOf({ chains }: Taxonomy): IpcReader {
  const areas = new Map<string, OwnedArea>();
  chains.forEach(({ ipc = {} }, chain) => {
    for (const [text, strength] of Object.entries(ipc)) {
      const area = parseIpcArea(text);
      if (area === undefined) continue;
      const key = `${area.from}-${area.to}`;
      const owned = areas.get(key) ?? { ...area, chains: new Map() };
      areas.set(key, owned);
      owned.chains.set(chain, Math.max(strength, owned.chains.get(chain) ?? 0));
    }
  });
  if (areas.size === 0) return () => NONE;
  // The narrowest first: of nested parts the one that begins last, then the one that ends first.
  const ordered = [...areas.values()].sort((a, b) =>
    a.from === b.from ? less(a.to, b.to) : less(b.from, a.from),
  );
  return (symbols) => {
    const found = new Map<number, { strength: number; spans: { points: number; span: FieldSpan }[] }>();
    symbols.forEach(({ raw, code }, i) => {
      if (code === undefined) return;
      const key = ipcKey(code);
      const area = ordered.find(({ from, to }) => from <= key && key <= to);
      for (const [chain, own] of area?.chains ?? []) {
        const strength = i === 0 ? own : own * FURTHER;
        const evidence = found.get(chain) ?? { strength: 0, spans: [] };
        found.set(chain, evidence);
        evidence.strength = Math.max(evidence.strength, strength);
        const span = { field: `ipc[${i}]`, start: 0, end: raw.length, text: raw };
        evidence.spans.push({ points: strength, span });
      }
    });
    return found;
  };
}

function less(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
