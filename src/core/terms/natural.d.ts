declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  /** The Porter stemmer (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980). */
  const porter: { stem(word: string): string };
  export default porter;
}
