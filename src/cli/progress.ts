import { stripVTControlCharacters } from 'node:util';

import type { Progress } from '../model/progress.ts';
import type { Terminal } from './terminal.ts';

/** Nothing is shown before this, in milliseconds: short runs stay silent. */
const QUIET_START_MS = 1000;
const REDRAW_MS = 100;
/** Between lines where the last one cannot be rewritten, such as a CI log. */
const LOG_EVERY_MS = 15_000;

export interface ShownProgress extends Progress {
  /** Removes the line; nothing is shown afterwards. */
  end(): void;
}

/**
 * One line on standard error: rewritten ten times a second on a terminal, a line now and then elsewhere.
 *
 * @param profile Told where time goes; what it makes of it is not shown here.
 */
export function showProgress(
  terminal: Pick<Terminal, 'err' | 'interactive' | 'width'>,
  quiet: boolean,
  profile?: Pick<Required<Progress>, 'spent' | 'worked'>,
): ShownProgress {
  const profiled = profile && {
    spent: profile.spent.bind(profile),
    worked: profile.worked.bind(profile),
  };
  if (quiet) return { step: () => {}, advance: () => {}, end: () => {}, ...profiled };
  const started = performance.now();
  let step = 'starting';
  let items = 0;
  let bytes = 0;
  let drawn = false;
  let loggedAt = started;
  const draw = (): void => {
    const elapsed = performance.now() - started;
    if (elapsed < QUIET_START_MS) return;
    const line = `${clock(elapsed)}  ${step}  ${counters(items, bytes)}`.trimEnd();
    if (terminal.interactive) {
      terminal.err(`\r\u001B[2K${line.slice(0, Math.max(20, terminal.width - 1))}`);
      drawn = true;
    } else if (performance.now() - loggedAt >= LOG_EVERY_MS || !drawn) {
      loggedAt = performance.now();
      drawn = true;
      terminal.err(`${line}\n`);
    }
  };
  const timer = setInterval(draw, terminal.interactive ? REDRAW_MS : 1000);
  timer.unref();
  return {
    ...profiled,
    step: (what) => {
      step = printable(what);
      items = 0;
      bytes = 0;
    },
    advance: (by) => {
      items += by.items ?? 0;
      bytes += by.bytes ?? 0;
    },
    end: () => {
      clearInterval(timer);
      if (drawn && terminal.interactive) terminal.err('\r\u001B[2K');
    },
  };
}

/** Names come from scanned folders: control characters in them must not reach the terminal. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, '?');
}

function counters(items: number, bytes: number): string {
  if (items === 0 && bytes === 0) return '';
  // Without `toLocaleString`, whose first call takes tens of milliseconds.
  const grouped = String(items).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${grouped} items, ${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
