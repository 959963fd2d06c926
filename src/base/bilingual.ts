/** A text for people, in both languages of the library. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
