/**
 * A copy of plain data in which nothing can be changed: lists and plain objects are copied and frozen; what is of a class is
 * taken as it is, and so is what lies deeper than sixteen levels. What goes round in a circle does so in the copy. For what
 * an index and its host both hold.
 */
export function frozenCopy<T>(value: T): T {
  const copies = new Map<object, object>();
  const copyOf = <V>(given: V, levels: number): V => {
    if (typeof given !== 'object' || given === null || levels === 0) return given;
    const known = copies.get(given);
    if (known !== undefined) return known as V;
    const prototype: unknown = Object.getPrototypeOf(given);
    const isList = Array.isArray(given);
    if (!isList && prototype !== Object.prototype && prototype !== null) return given;
    const copy: object = isList ? [] : {};
    copies.set(given, copy);
    for (const [key, inner] of Object.entries(given)) {
      // Not by `=`, which would make a prototype of `__proto__`.
      const value: unknown = copyOf(inner as unknown, levels - 1);
      Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true });
    }
    return Object.freeze(copy) as V;
  };
  return copyOf(value, 16);
}
