// How long reports of many findings take to write, and index.html to open, search and page through in a browser.
//
//   node bench/report.ts [findings]
/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { REPORT_FORMATS, REPORTERS } from '../reporters/index.ts';
import { writeReports } from '../reporters/write.ts';
import { CHROMIUM, openBrowser } from '../test/support/browser.ts';
import { largeReport } from '../test/support/sample-report.ts';

const findings = Number(process.argv[2] ?? 50_000);

async function timed<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const result = await work();
  process.stdout.write(`${what.padEnd(44)} ${Math.round(performance.now() - start)} ms\n`);
  return result;
}

async function inBrowser(folder: string): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const address = pathToFileURL(join(folder, REPORTERS.html.file)).href;
  const status = page.locator('.current .status');
  await timed('open the summary', () => page.goto(address));
  await timed('show the list of findings', async () => {
    await page.goto(`${address}#findings`);
    await status.waitFor();
  });
  await timed('search (with 80 ms of waiting for more keys)', async () => {
    const before = await status.innerText();
    await page.locator('#findings-search').fill('webhook storefront');
    await page.waitForFunction((text) => document.querySelector('.current .status')?.textContent !== text, before);
  });
  await timed('sort by place', () => page.locator('.current [data-sort="place"]').click());
  await timed('turn the page', () => page.locator('.current .next').click());
  await timed('open a finding', async () => {
    await page.locator('.current .row-link').first().click();
    await page.locator('#detail.current').waitFor();
  });
  await browser.close();
}

const folder = await mkdtemp(join(tmpdir(), 'bitting-bench-'));
try {
  const report = largeReport(findings);
  for (const format of REPORT_FORMATS) {
    const [written] = await timed(`write ${format}`, () => writeReports(report, folder, [format]));
    process.stdout.write(`  ${((written?.bytes ?? 0) / 1e6).toFixed(1)} MB\n`);
  }
  if (CHROMIUM === undefined) process.stdout.write('No Chromium: CHROMIUM_PATH can name one.\n');
  else await inBrowser(folder);
} finally {
  await rm(folder, { recursive: true });
}
