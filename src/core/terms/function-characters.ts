/**
 * Ideographs that mostly work as function words. Alone they say nothing, so they give no term; in pairs they stand,
 * because many are parts of technical words too (等离子, 对苯, 以太网).
 */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的了与及和或在之其等对为以并将由于该是有个各从并且而也都所被把则即某',
);

/** The few that are hardly ever part of a technical word: a pair with one of them is no term either. */
export const SEPARATING_CHARACTERS: ReadonlySet<string> = new Set('的了与及或其');

const FUNCTION = 1;
const SEPARATING = 2;
/** By UTF-16 unit: every character of a text is looked up here. */
const roles = new Uint8Array(0x10000);
for (const character of FUNCTION_CHARACTERS) roles[character.charCodeAt(0)]! |= FUNCTION;
for (const character of SEPARATING_CHARACTERS) roles[character.charCodeAt(0)]! |= SEPARATING;

/** Whether a UTF-16 unit is one of {@link FUNCTION_CHARACTERS}. */
export function isFunctionCharacter(unit: number): boolean {
  return (roles[unit]! & FUNCTION) !== 0;
}

/** Whether a UTF-16 unit is one of {@link SEPARATING_CHARACTERS}. */
export function isSeparatingCharacter(unit: number): boolean {
  return (roles[unit]! & SEPARATING) !== 0;
}
