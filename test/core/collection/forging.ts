import fc from 'fast-check';
import { checksOf } from '../../../src/core/collection/checksum.ts';
import { HEAD_START } from '../../../src/core/collection/container.ts';
import { FORMAT_VERSION } from '../../../src/core/collection/saved.ts';
import { readSections, type SectionArray, writeSections } from '../../../src/core/collection/sections.ts';
import { entriesOf, mended } from './mended.ts';

/** A saved file taken apart, so that anything can be put in the place of any part. */
export interface Opened {
  head: unknown;
  readonly sections: Record<string, SectionArray>;
}

export function takenApart(bytes: Uint8Array, version = FORMAT_VERSION): Opened {
  const { head, section } = readSections(
    bytes,
    version,
    version === FORMAT_VERSION ? undefined : 'statistics',
  );
  const sections = entriesOf(bytes).map(({ name, type }) => [name, section(name, type).slice()]);
  return { head, sections: Object.fromEntries(sections) as Record<string, SectionArray> };
}

export function putTogether({ head, sections }: Opened): Uint8Array {
  return writeSections(FORMAT_VERSION, head, sections);
}

/** What stands where a number or a field of the head was. */
const ODD_NUMBERS = [
  0,
  1,
  2,
  -1,
  255,
  65535,
  2 ** 31,
  2 ** 32 - 1,
  0.5,
  1.5,
  1e38,
  Number.NaN,
  Number.POSITIVE_INFINITY,
];
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  '',
  'evil',
  -1,
  0,
  1,
  0.5,
  1e300,
  4294967296,
  [],
  {},
  ['x'],
  { x: 1 },
  undefined,
];

/** Numbers that choose: what they mean is up to who takes them. */
const choices = fc.array(fc.nat(), { minLength: 24, maxLength: 24 });

/** Takes choices one after the other. */
class Chooser {
  private at = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  below(limit: number): number {
    return limit === 0 ? 0 : this.numbers[this.at++ % this.numbers.length]! % limit;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

type Forge = (bytes: Uint8Array<ArrayBuffer>, choose: Chooser) => Uint8Array<ArrayBufferLike>;

const withSection =
  (
    change: (array: SectionArray, choose: Chooser, all: Opened['sections']) => SectionArray | undefined,
  ): Forge =>
  (bytes, choose) => {
    const opened = takenApart(bytes);
    const name = choose.of(Object.keys(opened.sections).filter((one) => opened.sections[one]!.length > 0));
    const changed = change(opened.sections[name]!, choose, opened.sections);
    if (changed === undefined) delete opened.sections[name];
    else opened.sections[name] = changed;
    return putTogether(opened);
  };

/** Every way in which a file is forged here; its checks fit afterwards. */
export const FORGES: Readonly<Record<string, Forge>> = {
  bytes: withSection((array, choose) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let left = 1 + choose.below(8); left > 0; left--)
      bytes[choose.below(bytes.length)] = choose.below(256);
    return array;
  }),
  numbers: withSection((array, choose) => {
    for (let left = 1 + choose.below(3); left > 0; left--)
      array[choose.below(array.length)] = choose.of(ODD_NUMBERS);
    return array;
  }),
  neighbours: withSection((array, choose) => {
    const at = choose.below(array.length);
    const other = choose.below(array.length);
    [array[at], array[other]] = [array[other]!, array[at]!];
    return array;
  }),
  steps: withSection((array, choose) => {
    const at = choose.below(array.length);
    array[at]! += choose.of([-2, -1, 1, 2, 32, 4096]);
    return array;
  }),
  filled: withSection((array, choose) => array.fill(choose.of(ODD_NUMBERS))),
  reversed: withSection((array) => array.reverse()),
  shorter: withSection((array, choose) => array.slice(0, choose.below(array.length))),
  longer: withSection((array, choose) => {
    const Type = array.constructor as new (length: number) => SectionArray;
    const longer = new Type(array.length + 1 + choose.below(9));
    longer.set(array as never);
    return longer;
  }),
  gone: withSection(() => undefined),
  exchanged: withSection((array, choose, all) => {
    const same = Object.keys(all).filter((name) => all[name]!.constructor === array.constructor);
    return all[choose.of(same)]!.slice();
  }),
  retyped: withSection((array, choose) => {
    const types = [Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array, Int32Array];
    return (choose.of(types) as unknown as { from(array: SectionArray): SectionArray }).from(array);
  }),
  head: (bytes, choose) => {
    const opened = takenApart(bytes);
    const places: [object, string][] = [];
    const walk = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        places.push([value, key]);
        walk(inner);
      }
    };
    walk(opened.head);
    const [object, key] = choose.of(places);
    (object as Record<string, unknown>)[key] = choose.of(ODD_VALUES);
    return putTogether(opened);
  },
  'whole head': (bytes, choose) => putTogether({ ...takenApart(bytes), head: choose.of(ODD_VALUES) ?? {} }),
  'other fields of the head': (bytes, choose) => {
    const opened = takenApart(bytes);
    opened.head = {
      ...(opened.head as object),
      [choose.of(['evil', '__proto__', 'toString'])]: choose.of(ODD_VALUES),
    };
    return putTogether(opened);
  },
  'entries of the head': (bytes, choose) => {
    const entries = entriesOf(bytes);
    const key = choose.of(['start', 'length', 'type', 'name']);
    const values = [...ODD_VALUES.filter((value) => value !== undefined), 8, -8, 'Uint32Array', 'toString'];
    const text = JSON.stringify(choose.of(values));
    const view = new DataView(bytes.buffer);
    const length = view.getUint32(12, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD_START, HEAD_START + length)));
    const entry = head.sections[choose.below(head.sections.length)] as Record<string, unknown>;
    entry[key] = JSON.parse(text);
    const written = new TextEncoder().encode(JSON.stringify(head));
    if (written.length > length) return bytes;
    const forged = bytes.slice();
    forged.fill(0x20, HEAD_START, HEAD_START + length);
    forged.set(written, HEAD_START);
    return mended(forged, entries);
  },
  beginning: (bytes, choose) => {
    const forged = bytes.slice();
    const view = new DataView(forged.buffer);
    const value = choose.of([0, 8, 4, 1 << 20, 0xffffffff, choose.below(forged.length)]);
    if (choose.below(2) === 0) view.setUint32(12, value, true);
    else view.setFloat64(16, choose.of([value, -1, Number.NaN, 1e300, 0.5]), true);
    for (const [i, check] of checksOf(new Int32Array(forged.buffer, 0, 10)).entries()) {
      view.setInt32(40 + 4 * i, check, true);
    }
    return forged;
  },
  records: (bytes, choose) => {
    const opened = takenApart(bytes);
    const offsets = opened.sections['records.offsets'] as Uint32Array;
    const text = new TextDecoder();
    const array = opened.sections['records.bytes'] as Uint8Array;
    const records = Array.from({ length: offsets.length - 1 }, (_, i) =>
      text.decode(array.subarray(offsets[i], offsets[i + 1])),
    );
    const at = choose.below(records.length);
    const record = JSON.parse(records[at]!) as Record<string, unknown>;
    const key = choose.of([
      ...Object.keys(record),
      'trl',
      'keywords',
      'organization',
      'price',
      'chains',
      'ipc',
    ]);
    record[key] = choose.of([...ODD_VALUES, [null], [[]], [{}], [1, 9e9], 'x'.repeat(2000)]);
    records[at] = choose.of([JSON.stringify(record), JSON.stringify(record), '{', '', 'null', '[1]', '"x"']);
    const parts = records.map((one) => new TextEncoder().encode(one));
    let end = 0;
    opened.sections['records.offsets'] = Uint32Array.from([0, ...parts.map((part) => (end += part.length))]);
    opened.sections['records.bytes'] = Uint8Array.from(parts.flatMap((part) => [...part]));
    return putTogether(opened);
  },
};

/** A way, and what it is asked to choose. */
export const forgery: fc.Arbitrary<readonly [way: string, numbers: number[]]> = fc.tuple(
  fc.constantFrom(...Object.keys(FORGES)),
  choices,
);

/** The file that a forgery makes of another one. */
export function forged(bytes: Uint8Array, [way, numbers]: readonly [string, number[]]): Uint8Array {
  return FORGES[way]!(Uint8Array.from(bytes), new Chooser(numbers));
}
