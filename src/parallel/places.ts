import type { Engine } from '../core/matcher/engine.ts';
import { canShare, indexMemory, type KernelMemory, memoryOf } from '../core/postings/memory.ts';
import type { SentIndex } from './messages.ts';

/** Most bytes of copies of an index, where each worker needs its own. */
const MOST_COPIED = 512 * 2 ** 20;

/** An index where workers can get at it. */
export interface PlacedIndex {
  /** What the next worker is to be sent. */
  forWorker(number: number): SentIndex;
  /** Tells that a worker is gone for sure: its place in the memory may be taken by another. */
  free(number: number): void;
}

/** Places in each memory where kernels of workers work, of all pools. The calling thread has place 0. */
const taken = new WeakMap<WebAssembly.Memory, Set<number>>();

/**
 * The index of an engine in memory that all threads read: the memory it was opened from, else a copy. Where memory
 * cannot be shared, bytes for each worker to copy; undefined where that would be too many.
 * @throws InputError naming fields of records that cannot be saved.
 */
export function placeIndex(engine: Engine, workers: number): PlacedIndex | undefined {
  const { saved } = engine.parts;
  if (canShare()) {
    const placed = (saved && sharedIndex(saved, workers)) ?? sharedIndex(sharedCopy(engine, saved), workers);
    if (placed !== undefined) return placed;
  }
  const copy = saved ?? engine.save();
  if (copy.length * workers > MOST_COPIED) return undefined;
  return { forWorker: () => ({ copy }), free: () => {} };
}

function sharedCopy(engine: Engine, saved: Uint8Array | undefined): Uint8Array {
  if (saved === undefined) return engine.save(indexMemory);
  const bytes = indexMemory(saved.length);
  bytes.set(saved);
  return bytes;
}

/** Undefined for memory of one thread, and for memory in which other pools left too few places. */
function sharedIndex(bytes: Uint8Array, workers: number): PlacedIndex | undefined {
  const known = memoryOf(bytes.buffer);
  const places = known && takePlaces(known, workers);
  if (known === undefined || places === undefined) return undefined;
  const { memory, kernels } = known;
  return {
    forWorker: (number) => ({
      shared: { memory, kernels, start: bytes.byteOffset, length: bytes.length, place: places[number - 1]! },
    }),
    free: (number) => taken.get(memory)?.delete(places[number - 1]!),
  };
}

function takePlaces({ memory, kernels }: KernelMemory, count: number): number[] | undefined {
  const others = taken.get(memory) ?? new Set();
  taken.set(memory, others);
  const places: number[] = [];
  for (let place = 1; place < kernels && places.length < count; place++) {
    if (!others.has(place)) places.push(place);
  }
  if (places.length < count) return undefined;
  for (const place of places) others.add(place);
  return places;
}
