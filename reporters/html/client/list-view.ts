/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { rowView } from '../rows.ts';
import { facetsOf, formatQuery, type Query } from '../select.ts';
import { render } from '../templates.generated.ts';
import type { List } from './data.ts';

const PAGE = 50;
const SEARCH_DELAY_MS = 80;

/** Shows a list in its element: controls once, then the rows that each query leaves, a page at a time. */
export class ListView {
  readonly #element: HTMLElement;
  readonly #list: List;

  constructor(element: HTMLElement, list: List) {
    this.#element = element;
    this.#list = list;
    const { name, many, columns } = list.table;
    element.innerHTML = render('controls', {
      name,
      many,
      columns: columns.filter(({ hidden }) => !hidden),
      facets: facetsOf(list.table),
    });
    this.#listen();
  }

  show(query: Query): void {
    const list = this.#list;
    list.show(query);
    const total = list.positions.length;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(query.page, pages);
    const shown = list.positions.slice((page - 1) * PAGE, page * PAGE);
    const rows = shown.flatMap((position) => {
      const row = list.table.rows[position];
      return row === undefined ? [] : [rowView(list.table, row)];
    });
    this.#find('tbody').innerHTML = render('rows', { rows });
    this.#find('.status').textContent =
      `${total.toLocaleString('en-US')} of ${list.table.rows.length.toLocaleString('en-US')} ${list.table.many}`;
    this.#find('.position').textContent = `Page ${page} of ${pages.toLocaleString('en-US')}`;
    this.#find('.pager').hidden = pages === 1;
    this.#button('.previous').disabled = page === 1;
    this.#button('.next').disabled = page === pages;
    this.#fillControls(query);
  }

  search(): void {
    const input = this.#find('input');
    input.focus();
    if (input instanceof HTMLInputElement) input.select();
  }

  /** Moves the focus to the row so many after the focused one; over the edge of a page onto the next. */
  move(step: number): void {
    const links = this.#links();
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[at < 0 ? 0 : at + step];
    if (next !== undefined) return next.focus();
    const button = this.#button(step > 0 ? '.next' : '.previous');
    if (button.disabled || this.#find('.pager').hidden) return;
    button.click();
    this.#links()
      .at(step > 0 ? 0 : -1)
      ?.focus();
  }

  #links(): readonly HTMLAnchorElement[] {
    return [...this.#element.querySelectorAll<HTMLAnchorElement>('.row-link')];
  }

  #fillControls(query: Query): void {
    const input = this.#find('input');
    if (input instanceof HTMLInputElement && input.value !== query.search) input.value = query.search;
    for (const select of this.#element.querySelectorAll('select')) {
      select.value = query.facets.get(select.dataset['facet'] ?? '') ?? '';
    }
    for (const button of this.#element.querySelectorAll<HTMLElement>('[data-sort]')) {
      const sorted = button.dataset['sort'] === query.sort;
      button
        .closest('th')
        ?.setAttribute('aria-sort', sorted ? (query.descending ? 'descending' : 'ascending') : 'none');
    }
  }

  #listen(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const input = this.#find('input');
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (input instanceof HTMLInputElement) this.#change({ search: input.value });
      }, SEARCH_DELAY_MS);
    });
    for (const select of this.#element.querySelectorAll('select')) {
      select.addEventListener('change', () => {
        const facets = new Map(this.#list.query.facets);
        facets.delete(select.dataset['facet'] ?? '');
        if (select.value !== '') facets.set(select.dataset['facet'] ?? '', select.value);
        this.#change({ facets });
      });
    }
    for (const button of this.#element.querySelectorAll<HTMLElement>('[data-sort]')) {
      button.addEventListener('click', () => this.#sort(button.dataset['sort'] ?? ''));
    }
    this.#button('.previous').addEventListener('click', () => this.#turn(-1));
    this.#button('.next').addEventListener('click', () => this.#turn(1));
  }

  /** Up, then down, then the list's own order again. */
  #sort(key: string): void {
    const { sort, descending, ...query } = this.#list.query;
    const again = sort === key;
    if (again && descending) this.#apply({ ...query, descending: false, page: 1 });
    else this.#apply({ ...query, sort: key, descending: again, page: 1 });
  }

  #turn(step: number): void {
    this.#change({ page: this.#list.query.page + step });
    this.#element.scrollIntoView({ block: 'start' });
  }

  #change(part: Partial<Query>): void {
    this.#apply({ ...this.#list.query, page: 1, ...part });
  }

  #apply(query: Query): void {
    history.replaceState(null, '', `#${this.#list.table.name}${formatQuery(query)}`);
    this.show(query);
  }

  #find(selector: string): HTMLElement {
    const found = this.#element.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`the template lacks ${selector}`);
    return found;
  }

  #button(selector: string): HTMLButtonElement {
    const found = this.#find(selector);
    if (!(found instanceof HTMLButtonElement)) throw new Error(`${selector} is no button`);
    return found;
  }
}
