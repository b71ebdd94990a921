/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Table, TableName } from '../model.ts';

const WAIT_MS = 50;

/** What the page says of a list. It stands before the script, so it is there. */
export function readTable(name: TableName): Table | undefined {
  const text = document.getElementById(`table-${name}`)?.textContent ?? undefined;
  // Written by this program beside this script, so its shape is known.
  return text === undefined ? undefined : (JSON.parse(text) as Table);
}

/**
 * Data of a block. A plain one stands before the script and is read at once; a compressed one stands behind it and may not
 * be there yet.
 *
 * @throws Error when the page ends before it, or it cannot be read
 */
export async function readBlock(id: string): Promise<unknown> {
  const element = await elementOf(id);
  const text = element.textContent ?? '';
  if (element.getAttribute('type') === 'application/json') return JSON.parse(text);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).json();
}

async function elementOf(id: string): Promise<HTMLElement> {
  for (;;) {
    // An element is whole when another follows it, or when nothing more comes.
    const isRead = document.readyState !== 'loading';
    const element = document.getElementById(id);
    if (element !== null && (isRead || element.nextElementSibling !== null)) return element;
    if (isRead) throw new Error(`the page lacks ${id}`);
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}
