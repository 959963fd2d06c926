/**
 * Ideographs that mostly work as function words. Alone they say nothing, so they give no term; in pairs they stand,
 * because many are parts of technical words too (等离子, 对苯, 以太网).
 */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的了与及和或在之其等对为以并将由于该是有个各从并且而也都所被把则即某',
);

/** The few that are hardly ever part of a technical word: a pair with one of them is no term either. */
export const SEPARATING_CHARACTERS: ReadonlySet<string> = new Set('的了与及或其');
