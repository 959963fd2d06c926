/**
 * Least score that is shown for the bundled sample: its demands with a counterpart have a match above it (the
 * lowest about 0.14), those without one stay below (the highest about 0.13). Collections of another size and style
 * have their own border: look at the scores of some pairs that you know.
 */
export const SAMPLE_MIN_SCORE = 0.135;
