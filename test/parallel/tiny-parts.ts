/** The parts of the tiny world, as workers import them. */
export { PARTS as parts } from '../fixtures.ts';
