import { type Clause, clausesOf } from './clauses.ts';
import { type Cue, cueFinder } from './cue-finder.ts';
import { headingOf, skipNumber } from './headings.ts';
import { ROLES, type Role } from './roles.ts';

/** A piece of a text that is there for one thing. Places in the normalised text, end exclusive. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/** The statements of a text cover it, in order, without overlap. */
export type Statements = readonly Statement[];

/** Points of a cue by its strength. */
const POINTS = [0, 1, 2, 4];
/** What a clause needs to be decided by its own words. */
const ENOUGH = 2;
/** What a heading speaks for its role below it. */
const HEADED = 2.5;
/** What the role of a field speaks. */
const OWN = 1;
/** What a weak word counts more behind a statement of its role: introductions follow each other. */
const GOES_ON = 1;
/** A number beside words of comparison. */
const WITH_DIGIT = 1.5;
/** A clause without signs as long as this is cut where a word opens another statement. In UTF-16 units. */
const LONG = 24;
/** What is cut off has so many units. */
const LEAST = 6;

const [NEED, PROBLEM, OFFER, INDICATOR, CONDITION, , , COMPANY, , PRESENT, BACKGROUND] = ROLES.keys();
const OTHER = ROLES.indexOf('other');
/** What an undecided beginning of a sentence may belong to: 套圈磨削后, 表面有烧伤 is one problem. */
const REACHES_BACK = new Set([NEED, PROBLEM, INDICATOR, CONDITION, COMPANY, PRESENT, OFFER]);

/**
 * The statements of a normalised text with their roles: sentence by sentence, and clause by clause where the role
 * changes within one. Words of `cues.ts` tell the role; a heading (需求内容:, 企业简介:, a line 三、工作基础) speaks for
 * what follows it; a clause that nothing tells goes with those before it in its sentence, else it is `other`. Statements
 * of one role that follow each other in a sentence are one. O(length).
 *
 * @param role the role of what no word tells, for a field that is there for one thing. Default `other`.
 */
export function readStatements(text: string, role?: Role): Statements {
  if (text === '') return [];
  return new Reader(text, role === undefined ? -1 : ROLES.indexOf(role)).read();
}

/** A statement while it is read, with what its strongest clause was decided by. */
interface Draft {
  start: number;
  end: number;
  role: number;
  points: number;
}

/** Used again for each text, one after the other. */
const POINTS_OF_ROLES = new Float64Array(ROLES.length);
const WEAK_OF_ROLES = new Float64Array(ROLES.length);

class Reader {
  private readonly points = POINTS_OF_ROLES.fill(0);
  /** Whether any role has points. */
  private counted = false;
  /** Points of weak words alone. */
  private readonly weak = WEAK_OF_ROLES.fill(0);
  private readonly found: Draft[] = [];
  /** Role of the heading above; -1 for none. */
  private heading = -1;
  /** Role of the statement before; -1 at the beginning. */
  private before = -1;
  /** Role of the sentence so far; -1 where nothing decided. */
  private current = -1;
  /** Where the undecided beginning of the sentence starts; -1 for none. */
  private waiting = -1;
  private sentence = true;

  constructor(
    private readonly text: string,
    private readonly own: number,
  ) {}

  read(): Statements {
    const { text } = this;
    for (const clause of clausesOf(text)) {
      const headed = this.sentence || clause.by === 'colon' ? headingOf(text, clause) : undefined;
      if (headed === undefined) this.take(clause);
      else {
        this.close(clause.start);
        this.heading = ROLES.indexOf(headed);
        this.push(clause.start, clause.end, this.heading, SURE);
      }
      this.sentence = headed !== undefined || clause.by === 'sentence' || clause.by === 'line';
      if (this.sentence) this.close(clause.end);
    }
    this.close(text.length);
    introduce(this.found);
    return joined(this.found);
  }

  /** A clause, in pieces where it is long and words open another statement. */
  private take(clause: Clause): void {
    const { text } = this;
    const from = skipNumber(text, clause.start, clause.end);
    this.clear();
    let start = clause.start;
    const isLong = clause.end - from > LONG;
    cueFinder().eachCue(text, from, clause.end, from, (cue, at) => {
      if (isLong && cue.opens && at - start >= LEAST && this.best() !== cue.role) {
        this.decide(start, at, clause.hasDigit);
        this.clear();
        start = at;
      }
      this.count(cue);
    });
    this.decide(start, clause.end, clause.hasDigit);
  }

  private clear(): void {
    if (!this.counted) return;
    this.counted = false;
    this.points.fill(0);
    this.weak.fill(0);
  }

  private count({ role, strength }: Cue): void {
    this.counted = true;
    this.points[role]! += POINTS[strength]!;
    if (strength === 1) this.weak[role]!++;
  }

  /** The role that has most points, the earlier one of equal ones; -1 where none has enough. */
  private best(): number {
    let best = -1;
    let most = ENOUGH - 0.5;
    for (let role = 0; role < ROLES.length; role++) {
      if (this.points[role]! > most) {
        best = role;
        most = this.points[role]!;
      }
    }
    return best;
  }

  private decide(start: number, end: number, hasDigit: boolean): void {
    const { points, weak, before } = this;
    this.counted ||= this.heading >= 0 || this.own >= 0;
    if (before >= 0 && weak[before]! > 0) points[before]! += GOES_ON;
    if (hasDigit && points[INDICATOR!]! > 0) points[INDICATOR!]! += WITH_DIGIT;
    if (this.heading >= 0) points[this.heading]! += HEADED;
    else if (this.own >= 0) points[this.own]! += OWN;
    const role = this.counted ? this.best() : -1;
    if (role >= 0) {
      const sure = role === this.heading || role === this.own ? SURE : points[role]!;
      if (this.waiting >= 0) {
        this.push(this.waiting, start, REACHES_BACK.has(role) ? role : this.fallback(), sure);
        this.waiting = -1;
      }
      this.push(start, end, role, sure);
      this.current = role;
    } else if (this.current >= 0) this.push(start, end, this.current, 0);
    else if (this.waiting < 0) this.waiting = start;
  }

  /** Ends a sentence: what nothing told is what the field is there for. */
  private close(end: number): void {
    if (this.waiting >= 0) this.push(this.waiting, end, this.fallback(), this.own >= 0 ? SURE : 0);
    this.waiting = -1;
    this.current = -1;
  }

  private fallback(): number {
    return this.own >= 0 ? this.own : OTHER;
  }

  private push(start: number, end: number, role: number, points: number): void {
    const last = this.found.at(-1);
    if (last !== undefined && last.role === role && !this.sentence) {
      last.end = end;
      last.points = Math.max(last.points, points);
    } else if (end > start) this.found.push({ start, end, role, points });
    this.before = role;
  }
}

/** What is decided by a heading, or by the field. */
const SURE = 8;
/** Points by which a need, or what a result does, is told from the verbs of an introduction (研发, 改进了). */
const TOLD = 4;
const INTRODUCES = new Set(
  ['company', 'praise', 'cooperation', 'contact'].map((role) => ROLES.indexOf(role as Role)),
);
const MATTERS = new Set([NEED, PROBLEM]);

/**
 * Introductions follow each other: what stands between two statements of one, or behind the needs between such a one
 * and the end, is a part of it, unless its own words or a heading tell a problem, a need or today's process.
 */
function introduce(found: Draft[]): void {
  let from = -1;
  let hasMatter = false;
  for (let i = 0; i <= found.length; i++) {
    const draft = found[i];
    const introduces = draft !== undefined && INTRODUCES.has(draft.role);
    const ends = draft === undefined && hasMatter;
    if (introduces || ends) {
      for (let at = from + 1; from >= 0 && at < i; at++) found[at]!.role = found[from]!.role;
    }
    if (draft === undefined) return;
    if (introduces) from = i;
    else if (!isPassing(draft)) from = -1;
    hasMatter ||= MATTERS.has(draft.role) && draft.points >= ENOUGH;
  }
}

/** Whether a statement may be a part of an introduction around it. */
function isPassing({ role, points }: Draft): boolean {
  if (points >= SURE) return false;
  return (
    role === OTHER ||
    role === INDICATOR ||
    role === BACKGROUND ||
    ((role === NEED || role === OFFER || role === CONDITION) && points < TOLD)
  );
}

function joined(drafts: readonly Draft[]): Statement[] {
  return drafts.map(({ start, end, role }) => ({ start, end, role: ROLES[role]! }));
}
