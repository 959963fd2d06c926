/**
 * Room `report/sections`: the parts of the page that are markup from the start: figures, pictures, tables.
 * Begin: `overview.ts` is the first screen.
 * Order: knows the model; `render.ts` puts the sections into a page.
 */

export { cardsSection } from './cards.ts';
export { importsSection } from './imports.ts';
export { overviewSection } from './overview.ts';
export { programmesSection } from './programmes.ts';
export { structureSection } from './structure.ts';
export { unansweredSection } from './unanswered.ts';
