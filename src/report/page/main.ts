import type { PageData } from '../data.ts';
import { CardList } from './card-list.ts';
import { startControls } from './controls.ts';
import { byId } from './dom.ts';
import { startLinks } from './links.ts';
import { startPrinting } from './printing.ts';
import { startTheme } from './theme.ts';

/** What the page runs. */

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
