/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { rowView } from '../rows.ts';
import { facetsOf, formatQuery, type Query } from '../select.ts';
import { render } from '../templates.generated.ts';
import type { List } from './data.ts';

const PAGE = 50;
const SEARCH_DELAY_MS = 80;
/** How long reading may take before the list says that it reads. */
const READING_DELAY_MS = 150;

/** Shows a list in its element: controls once, then the rows that each query leaves, a page at a time. */
export class ListView {
  readonly #element: HTMLElement;
  readonly #list: List;
  /** Counts what was asked to be shown. */
  #shown = 0;

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

  /** Shows what the query asks for. A later call takes the place of an earlier one that still reads. */
  async show(query: Query): Promise<void> {
    this.#shown += 1;
    const turn = this.#shown;
    const list = this.#list;
    const isLate = (): boolean => turn !== this.#shown;
    this.#fillControls(query);
    const timer = setTimeout(() => (this.#find('.status').textContent = 'Reading…'), READING_DELAY_MS);
    try {
      await list.show(query);
      if (isLate()) return;
      const pages = Math.max(1, Math.ceil(list.length / PAGE));
      const page = Math.min(query.page, pages);
      const rows = await list.rows((page - 1) * PAGE, PAGE);
      if (isLate()) return;
      this.#find('tbody').innerHTML = render('rows', { rows: rows.map((row) => rowView(list.table, row)) });
      this.#find('.status').textContent =
        `${list.length.toLocaleString('en-US')} of ${list.table.total.toLocaleString('en-US')} ${list.table.many}`;
      this.#find('.position').textContent = `Page ${page} of ${pages.toLocaleString('en-US')}`;
      this.#find('.pager').hidden = pages === 1;
      this.#button('.previous').disabled = page === 1;
      this.#button('.next').disabled = page === pages;
    } catch (error) {
      if (!isLate())
        this.#find('.status').textContent = 'This list cannot be read: the page is not whole, or the browser too old.';
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  search(): void {
    const input = this.#find('input');
    input.focus();
    if (input instanceof HTMLInputElement) input.select();
  }

  /** Moves the focus to the row so many after the focused one; over the edge of a page onto the next. */
  async move(step: number): Promise<void> {
    const links = this.#links();
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[at < 0 ? 0 : at + step];
    if (next !== undefined) return next.focus();
    const button = this.#button(step > 0 ? '.next' : '.previous');
    if (button.disabled || this.#find('.pager').hidden) return;
    await this.#turn(step);
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
        if (input instanceof HTMLInputElement) void this.#change({ search: input.value });
      }, SEARCH_DELAY_MS);
    });
    for (const select of this.#element.querySelectorAll('select')) {
      select.addEventListener('change', () => {
        const facets = new Map(this.#list.query.facets);
        facets.delete(select.dataset['facet'] ?? '');
        if (select.value !== '') facets.set(select.dataset['facet'] ?? '', select.value);
        void this.#change({ facets });
      });
    }
    for (const button of this.#element.querySelectorAll<HTMLElement>('[data-sort]')) {
      button.addEventListener('click', () => void this.#sort(button.dataset['sort'] ?? ''));
    }
    this.#button('.previous').addEventListener('click', () => void this.#turn(-1));
    this.#button('.next').addEventListener('click', () => void this.#turn(1));
  }

  /** Up, then down, then the list's own order again. */
  #sort(key: string): Promise<void> {
    const { sort, descending, ...query } = this.#list.query;
    const again = sort === key;
    if (again && descending) return this.#apply({ ...query, descending: false, page: 1 });
    return this.#apply({ ...query, sort: key, descending: again, page: 1 });
  }

  async #turn(step: number): Promise<void> {
    await this.#change({ page: this.#list.query.page + step });
    this.#element.scrollIntoView({ block: 'start' });
  }

  #change(part: Partial<Query>): Promise<void> {
    return this.#apply({ ...this.#list.query, page: 1, ...part });
  }

  #apply(query: Query): Promise<void> {
    history.replaceState(null, '', `#${this.#list.table.name}${formatQuery(query)}`);
    return this.show(query);
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
