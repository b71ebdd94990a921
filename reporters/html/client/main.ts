/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The page's script: shows one section at a time, the lists with search, filters and order, and single records.
import { detailView } from '../detail-view.ts';
import { RECORD_KIND, type TableName } from '../model.ts';
import { recordHref } from '../rows.ts';
import { formatQuery, parseQuery } from '../select.ts';
import { render } from '../templates.generated.ts';
import { listOf } from './data.ts';
import { listenToKeys } from './keys.ts';
import { ListView } from './list-view.ts';

const TABLES: readonly TableName[] = ['findings', 'credentials', 'identities', 'stores', 'jobs'];
const title = document.title;
const views = new Map<TableName, ListView>();

function viewOf(name: TableName): ListView | undefined {
  const known = views.get(name);
  const list = listOf(name);
  const element = document.querySelector<HTMLElement>(`.live[data-table="${name}"]`);
  if (known !== undefined || list === undefined || element === null) return known;
  const view = new ListView(element, list);
  views.set(name, view);
  return view;
}

/** What was asked for last: an answer that comes later than the next question is not shown. */
let asked = 0;

/** Shows what the address names: a section, something in a section, a list with a query, or a record. */
async function route(moved: boolean): Promise<void> {
  const turn = ++asked;
  const main = document.getElementById('main');
  main?.setAttribute('aria-busy', 'true');
  try {
    await follow(moved, () => turn !== asked);
  } finally {
    if (turn === asked) main?.removeAttribute('aria-busy');
  }
}

async function follow(moved: boolean, isLate: () => boolean): Promise<void> {
  const [path = '', query = ''] = location.hash.slice(1).split(/\?(.*)/s);
  const record = TABLES.find((name) => path.startsWith(`${RECORD_KIND[name]}/`));
  if (record !== undefined) {
    const isShown = await showRecord(record, path.slice(RECORD_KIND[record].length + 1), isLate);
    if (isShown || isLate()) return;
  }
  const element = document.getElementById(path === '' || record !== undefined ? 'summary' : path);
  const page = element?.closest<HTMLElement>('.page') ?? document.getElementById('summary');
  if (page === null) return;
  if (element?.id === 'main') return element.focus();
  const table = TABLES.find((name) => name === page.id);
  showPage(page, moved);
  if (element !== null && element !== page) element.scrollIntoView();
  if (table !== undefined) await viewOf(table)?.show(parseQuery(query));
}

async function showRecord(name: TableName, encoded: string, isLate: () => boolean): Promise<boolean> {
  const list = listOf(name);
  const page = document.getElementById('detail');
  const position = await list?.positionOf(decoded(encoded));
  const detail = position === undefined ? undefined : await list?.detail(position);
  if (list === undefined || page === null || position === undefined || detail === undefined) return false;
  const at = list.placeOf(position);
  const first = Math.max(0, at - 1);
  const near = at < 0 ? [] : await list.rows(first, at - first + 2);
  if (isLate()) return false;
  const href = (index: number): string | undefined => {
    const row = near[index - first];
    return row === undefined || index === at ? undefined : recordHref(name, row[0]);
  };
  page.innerHTML = render('detail-page', {
    detail: detailView(detail),
    back: `#${name}${formatQuery(list.query)}`,
    many: list.table.many,
    previous: href(at - 1),
    next: href(at + 1),
    position: at < 0 ? '' : `${(at + 1).toLocaleString('en-US')} of ${list.length.toLocaleString('en-US')}`,
  });
  showPage(page, true, name);
  return true;
}

/** A part of an address, decoded; as it is where it is badly encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function showPage(page: HTMLElement, moved: boolean, table?: TableName): void {
  for (const other of document.querySelectorAll<HTMLElement>('.page')) {
    other.classList.toggle('current', other === page);
  }
  page.hidden = false;
  for (const link of document.querySelectorAll('.nav a')) {
    if (link.getAttribute('href') === `#${table ?? page.id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const heading = page.querySelector<HTMLElement>('h1');
  document.title = `${heading?.textContent ?? ''} · ${title}`;
  if (!moved) return;
  window.scrollTo(0, 0);
  heading?.focus({ preventScroll: true });
}

document.documentElement.classList.add('js');
listenToKeys((page) => {
  const table = TABLES.find((name) => name === page);
  return table === undefined ? undefined : viewOf(table);
});
window.addEventListener('hashchange', () => void route(true));
void route(location.hash !== '');
