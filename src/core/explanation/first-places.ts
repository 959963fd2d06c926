/** Most units of a text that is searched as it lies; a longer one gets an automaton, which takes longer to make. */
const SHORT = 2048;

/**
 * Finds where pieces first stand in a text. A search in a long text takes no longer than reading the piece, so that
 * looking for every piece of one text in another stays linear: the text's suffix automaton (Blumer et al., 1985), made
 * with the first search.
 */
export class FirstPlaces {
  private readonly text: string;
  private automaton: SuffixAutomaton | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Where a piece first stands; -1 for nowhere, and for an empty piece. */
  of(piece: string): number {
    if (piece === '') return -1;
    if (this.text.length <= SHORT) return this.text.indexOf(piece);
    this.automaton ??= new SuffixAutomaton(this.text);
    return this.automaton.firstOf(piece);
  }
}

const NONE = -1;
/** Units of UTF-16: a state and a unit make one key. */
const UNITS = 2 ** 16;

/** All pieces of a text as states; each knows where its pieces end for the first time. */
class SuffixAutomaton {
  private readonly lengths: Int32Array;
  private readonly links: Int32Array;
  private readonly firstEnds: Int32Array;
  /** The last edge of each state; each edge names the one before it. */
  private readonly lastEdges: Int32Array;
  private readonly before: Int32Array;
  private readonly units: Uint16Array;
  private readonly targets: Int32Array;
  /** Open addressing: state × units + unit, and 1 + the edge. */
  private readonly keys: Float64Array;
  private readonly slots: Int32Array;
  private states = 1;
  private edges = 0;

  constructor(text: string) {
    // A text of n units has at most 2n states and 3n edges.
    const states = 2 * text.length + 2;
    const edges = 3 * text.length + 3;
    this.lengths = new Int32Array(states);
    this.links = new Int32Array(states).fill(NONE);
    this.firstEnds = new Int32Array(states);
    this.lastEdges = new Int32Array(states).fill(NONE);
    this.before = new Int32Array(edges);
    this.units = new Uint16Array(edges);
    this.targets = new Int32Array(edges);
    const size = 2 ** Math.ceil(Math.log2(2 * edges));
    this.keys = new Float64Array(size);
    this.slots = new Int32Array(size);
    let last = 0;
    for (let at = 0; at < text.length; at++) last = this.extend(last, text.charCodeAt(at), at + 1);
  }

  firstOf(piece: string): number {
    let state = 0;
    for (let i = 0; i < piece.length; i++) {
      const edge = this.edge(state, piece.charCodeAt(i));
      if (edge === NONE) return -1;
      state = this.targets[edge]!;
    }
    return this.firstEnds[state]! - piece.length;
  }

  /** The state of the whole text so far with one unit more. */
  private extend(last: number, unit: number, end: number): number {
    const state = this.states++;
    this.lengths[state] = end;
    this.firstEnds[state] = end;
    let from = last;
    while (from !== NONE && this.edge(from, unit) === NONE) {
      this.link(from, unit, state);
      from = this.links[from]!;
    }
    this.links[state] = from === NONE ? 0 : this.suffixOf(from, unit);
    return state;
  }

  /** The state of the longest suffix that stood before: what an edge leads to, or a copy that holds no longer pieces. */
  private suffixOf(from: number, unit: number): number {
    const next = this.targets[this.edge(from, unit)]!;
    if (this.lengths[next] === this.lengths[from]! + 1) return next;
    const copy = this.states++;
    this.lengths[copy] = this.lengths[from]! + 1;
    this.links[copy] = this.links[next]!;
    this.firstEnds[copy] = this.firstEnds[next]!;
    for (let edge = this.lastEdges[next]!; edge !== NONE; edge = this.before[edge]!) {
      this.link(copy, this.units[edge]!, this.targets[edge]!);
    }
    this.links[next] = copy;
    for (let state = from; state !== NONE; state = this.links[state]!) {
      const edge = this.edge(state, unit);
      if (edge === NONE || this.targets[edge] !== next) break;
      this.targets[edge] = copy;
    }
    return copy;
  }

  private edge(state: number, unit: number): number {
    const slot = this.slotOf(state * UNITS + unit);
    return this.slots[slot]! - 1;
  }

  private link(state: number, unit: number, target: number): void {
    const key = state * UNITS + unit;
    const slot = this.slotOf(key);
    const edge = this.edges++;
    this.keys[slot] = key;
    this.slots[slot] = edge + 1;
    this.units[edge] = unit;
    this.targets[edge] = target;
    this.before[edge] = this.lastEdges[state]!;
    this.lastEdges[state] = edge;
  }

  /** The slot of a key, or the empty one where it belongs. */
  private slotOf(key: number): number {
    const mask = this.slots.length - 1;
    const mixed = Math.imul(key % 0x7fffffff, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.slots[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}
