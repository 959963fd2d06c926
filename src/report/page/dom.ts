/** Elements, by hand: texts go in as texts, so that no text of a record is ever markup. */

/** What an element may hold. */
export type Child = Node | string | undefined | false;

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes and children; attributes without a value are left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** The same of a drawing. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly Child[]
): Element {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill<E extends Element>(
  element: E,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly Child[],
): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

/** A text of a record: what turns its direction ends with it. */
export function told(text: string): HTMLElement {
  return el('bdi', {}, text);
}

/** The element with an id. */
export function byId(id: string): HTMLElement | undefined {
  return document.getElementById(id) ?? undefined;
}

/** A sentence with texts in place of `{name}`. */
export function say(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
