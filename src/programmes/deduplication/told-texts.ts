import type { Role } from '../../core/reading/roles.ts';
import { readStatements } from '../../core/reading/statements.ts';
import { bareNormalized } from './shingles.ts';

/** What stands under any record: how good it is, whom to ask, who offers it, how one would cooperate. */
const SAYS_NOTHING: ReadonlySet<Role> = new Set(['praise', 'contact', 'cooperation', 'company']);
/** A sentence that stands under so many different titles is a form, and tells nothing of any of them. */
const FORM_FROM = 3;

/** A sentence of a record, without what portals change. */
interface Told {
  readonly bare: string;
  readonly isSlogan: boolean;
}

/** Of the texts of all records what may tell that two are the same: no slogans, no contacts, no forms. */
export class ToldTexts {
  private readonly texts: (readonly Told[])[] = [];
  /** Of each sentence the titles that it stands under, up to {@link FORM_FROM}. */
  private readonly titles = new Map<string, Set<string>>();

  /**
   * @param title without what portals change.
   * @param text normalised.
   */
  add(title: string, text: string): void {
    const told: Told[] = [];
    for (const { start, end, role } of readStatements(text)) {
      const bare = bareNormalized(text.slice(start, end));
      if (bare === '') continue;
      told.push({ bare, isSlogan: SAYS_NOTHING.has(role) });
      const titles = this.titles.get(bare) ?? new Set();
      if (titles.size < FORM_FROM) titles.add(title);
      this.titles.set(bare, titles);
    }
    this.texts.push(told);
  }

  /** What each text tells. O(length of all). */
  finish(): string[] {
    return this.texts.map((told) =>
      told
        .filter(({ bare, isSlogan }) => !isSlogan && this.titles.get(bare)!.size < FORM_FROM)
        .map(({ bare }) => bare)
        .join(''),
    );
  }
}
