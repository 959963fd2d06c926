/** What the tests use of the parser of HTML. */
declare module 'parse5' {
  export interface Node {
    readonly nodeName: string;
    readonly tagName?: string;
    readonly value?: string;
    readonly attrs?: readonly { readonly name: string; readonly value: string }[];
    readonly childNodes?: readonly Node[];
    readonly content?: Node;
  }
  const parse5: { parse(html: string): Node };
  export default parse5;
}
