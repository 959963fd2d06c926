declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Jaro–Winkler similarity in [0, 1], prefix scale 0.1 for up to four characters; 1 for equal texts. */
  export default function jaroWinkler(a: string, b: string): number;
}
