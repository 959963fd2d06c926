import parse5, { type Node } from 'parse5';
import type { PageData } from '../../src/report/data.ts';

/** A report as a browser reads it. */

/** All elements of a page, in their order. */
export function elementsOf(html: string): Node[] {
  const found: Node[] = [];
  const visit = (node: Node) => {
    if (node.tagName !== undefined) found.push(node);
    for (const child of node.childNodes ?? []) visit(child);
    if (node.content !== undefined) visit(node.content);
  };
  visit(parse5.parse(html));
  return found;
}

export function attribute(element: Node, name: string): string | undefined {
  return element.attrs?.find((one) => one.name === name)?.value;
}

/** All text below an element. */
export function textOf(node: Node): string {
  return node.value ?? (node.childNodes ?? []).map(textOf).join('');
}

/** The text of the section with an id. */
export function section(html: string, id: string): string {
  const found = elementsOf(html).find((element) => attribute(element, 'id') === id);
  return found === undefined ? '' : textOf(found);
}

/** What the script of the page is handed. */
export function dataOf(html: string): PageData {
  const block = elementsOf(html).find((element) => attribute(element, 'id') === 'data')!;
  return JSON.parse(textOf(block)) as PageData;
}

/** Tags and names of attributes, and nothing of the texts. */
export function skeletonOf(html: string): string[] {
  return elementsOf(html).map(
    ({ tagName, attrs = [] }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`,
  );
}
