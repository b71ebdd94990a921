/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { ListView } from './list-view.ts';

/** Keys of the page: `/` searches, `j` and `k` or the arrows go down and up, Escape goes back. */
export function listenToKeys(viewOf: (name: string) => ListView | undefined): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const used =
      target instanceof HTMLInputElement || target instanceof HTMLSelectElement
        ? leaveControl(event.key, target)
        : press(event.key, target, viewOf);
    if (used) event.preventDefault();
  });
}

function leaveControl(key: string, target: HTMLInputElement | HTMLSelectElement): boolean {
  if (key !== 'Escape') return false;
  if (target instanceof HTMLInputElement && target.value !== '') {
    target.value = '';
    target.dispatchEvent(new Event('input'));
  } else {
    target.blur();
  }
  return true;
}

function press(key: string, target: HTMLElement | undefined, viewOf: (name: string) => ListView | undefined): boolean {
  const page = document.querySelector<HTMLElement>('.page.current');
  if (page?.id === 'detail') return pressOnRecord(key, page);
  const view = page === null ? undefined : viewOf(page.id);
  if (key === '/') {
    if (view === undefined) location.hash = '#findings';
    (view ?? viewOf('findings'))?.search();
    return true;
  }
  // Arrows scroll the page unless a row has the focus.
  const onRow = target?.classList.contains('row-link') === true;
  const step = key === 'j' || (onRow && key === 'ArrowDown') ? 1 : key === 'k' || (onRow && key === 'ArrowUp') ? -1 : 0;
  if (step === 0 || view === undefined) return false;
  void view.move(step);
  return true;
}

const RECORD_KEYS: Readonly<Record<string, string>> = {
  Escape: '.back',
  j: '.step-next',
  ArrowRight: '.step-next',
  k: '.step-previous',
  ArrowLeft: '.step-previous',
};

function pressOnRecord(key: string, page: HTMLElement): boolean {
  const selector = Object.hasOwn(RECORD_KEYS, key) ? RECORD_KEYS[key] : undefined;
  const link = selector === undefined ? null : page.querySelector<HTMLAnchorElement>(selector);
  link?.click();
  return link !== null;
}
