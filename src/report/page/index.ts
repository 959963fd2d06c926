/**
 * Room `report/page`: the script of the page: cards as they come into sight, filters, colours, paper.
 * Begin: this file, which is compiled into `page.generated.ts` by `npm run build:report`, together with `page.css`.
 * Order: knows the data of the report by their types alone, and the page by the ids of its elements.
 */

import type { PageData } from '../data.ts';
import { CardList } from './card-list.ts';
import { startControls } from './controls.ts';
import { byId } from './dom.ts';
import { startLinks } from './links.ts';
import { startPrinting } from './printing.ts';
import { startTheme } from './theme.ts';

const data = JSON.parse(byId('data')!.textContent!) as PageData;
document.documentElement.classList.add('with-script');
startTheme(data.words);
const holder = byId('cards');
if (holder !== undefined) {
  const list = new CardList(data, holder);
  startControls(data, list);
  startLinks(list);
  startPrinting(data, list);
}
