import type { MarkedText } from '../server/api.ts';

/** Elements. Texts only ever become text nodes: what a record holds is never read as HTML. */

type Child = Node | string | undefined;
type Properties = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>;

/**
 * Makes an element. Properties that begin with `on` are listeners; true sets an attribute without a value, false and
 * undefined leave it out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element of the page with an id. */
export function byId<E extends HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found as E;
}

/** The elements that a selector finds. */
export function all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
  return Array.from(document.querySelectorAll<E>(selector));
}

/** A text with its marked places. */
export function markedNodes({ text, marks }: MarkedText): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (from > end) nodes.push(document.createTextNode(text.slice(end, from)));
    nodes.push(element('mark', {}, text.slice(from, to)));
    end = to;
  }
  if (end < text.length) nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}
