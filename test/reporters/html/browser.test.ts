/// <reference lib="dom" />
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { run as AxeRun, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReports } from '../../../reporters/write.ts';
import type { Report } from '../../../src/model/report.ts';
import { CHROMIUM, openBrowser } from '../../support/browser.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { largeReport, SHARED_KEY, sampleReport } from '../../support/sample-report.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

if (CHROMIUM === undefined) {
  process.stderr.write('The report is not tried in a browser: no Chromium found. CHROMIUM_PATH can name one.\n');
}

const shown = (page: Page): Promise<string> => page.locator('.page.current h1').innerText();
const textOf = (page: Page, selector: string): Promise<string> => page.locator(selector).innerText();
const links = (page: Page): Promise<string[]> => page.locator('.list .row-link').allInnerTexts();

describe.skipIf(CHROMIUM === undefined)('index.html in a browser', () => {
  let browser: Browser;
  let folder = '';
  const addresses = new Map<string, string>();

  beforeAll(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), 'bitting-html-'));
    const reports: Readonly<Record<string, Report>> = {
      sample: sampleReport(),
      hostile: hostileReport(),
      large: largeReport(3000),
      // Long enough for its lists to be compressed, in several blocks.
      compressed: largeReport(5200),
      // Every section, few rows: the checker takes a second for each few hundred elements, hidden ones too.
      small: largeReport(14),
    };
    for (const [name, report] of Object.entries(reports)) {
      const [written] = await writeReports(report, join(folder, name), ['html']);
      addresses.set(name, pathToFileURL(written?.path ?? '').href);
    }
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  /** Opens a page, fails on anything the browser complains of, and closes it. */
  async function open(
    hash: string,
    use: (page: Page) => Promise<void>,
    { name = 'sample', ...options }: BrowserContextOptions & { readonly name?: string } = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(`${addresses.get(name) ?? ''}${hash}`);
    await use(page);
    expect(complaints).toEqual([]);
    await context.close();
  }

  const firstFinding = `#finding/${sampleReport().findings[0]?.id ?? ''}`;

  /** Rules of axe-core that fail on what is shown. */
  async function violations(page: Page, hash: string, options: RunOptions = {}): Promise<readonly string[]> {
    await page.goto('about:blank');
    await page.goto(`${addresses.get('small') ?? ''}${hash}`);
    // Evaluated by the debugger, which the page's policy does not bind.
    await page.evaluate(axe);
    const found = await page.evaluate(async (given) => {
      // The checker walks what is hidden too, and takes most of its time for it.
      for (const hidden of document.querySelectorAll('.page:not(.current), script')) hidden.remove();
      const { run } = (globalThis as unknown as { readonly axe: { readonly run: typeof AxeRun } }).axe;
      return (await run(document, given)).violations;
    }, options);
    return found.map(({ id, nodes }) => `${hash} ${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
  }

  test('has no accessibility violations', async () => {
    await open(
      '',
      async (page) => {
        const lists = [
          'summary',
          'findings',
          'chains',
          'overlaps',
          'domain/partner',
          'undecided',
          'credentials',
          'jobs',
        ];
        for (const section of [...lists, 'coverage', 'frameworks', 'about', firstFinding.slice(1)]) {
          expect(await violations(page, `#${section}`)).toEqual([]);
        }
      },
      { name: 'small' },
    );
  }, 60_000);

  test('has enough contrast in the dark', async () => {
    await open(
      '',
      async (page) => {
        for (const hash of ['#summary', '#findings', '#chains', '#overlaps', firstFinding]) {
          expect(await violations(page, hash, { runOnly: ['color-contrast'] })).toEqual([]);
        }
      },
      { colorScheme: 'dark', name: 'small' },
    );
  }, 60_000);

  test('shows one section at a time and follows links between them', async () => {
    await open('', async (page) => {
      expect(await shown(page)).toBe('Secrets and non-human identities');
      await page.locator('.nav a', { hasText: 'partner' }).click();
      expect(await shown(page)).toBe('Settlement with partners');
      expect(await page.locator('.nav [aria-current]').innerText()).toBe('partner');
      await page.goBack();
      expect(await shown(page)).toBe('Secrets and non-human identities');
    });
  });

  test('opens a deep link to a finding, and what it is about', async () => {
    await open(firstFinding, async (page) => {
      expect(await shown(page)).toBe('One AWS access key is used by customer and workforce code.');
      await page.locator('#detail a', { hasText: SHARED_KEY.keyId ?? '' }).click();
      expect(await shown(page)).toContain('AWS access key');
      await page.locator('#detail a', { hasText: 'user order-export' }).first().click();
      expect(await page.locator('#detail').innerText()).toContain(
        'AdministratorAccess (managed): may do anything on every resource',
      );
    });
  });

  test('filters, searches and sorts, and keeps all three in the address', async () => {
    const { findings } = sampleReport();
    const told = (left: readonly unknown[]): string => `${left.length} of ${findings.length} findings`;
    const critical = findings.filter(({ severity }) => severity === 'critical');
    const partner = critical.filter(({ domains }) => domains.includes('partner'));
    const stripe = partner.filter(({ title }) => title.includes('Stripe'));
    expect(new Set([0, findings.length, critical.length, partner.length, stripe.length]).size).toBe(5);
    await open('#findings?severity=critical', async (page) => {
      expect(await page.locator('.current .status').innerText()).toBe(told(critical));
      await page.getByLabel('Domain', { exact: true }).selectOption('partner');
      expect(await page.locator('.current .status').innerText()).toBe(told(partner));
      await page.getByLabel('Search', { exact: true }).and(page.locator('#findings-search')).fill('stripe');
      await expect.poll(() => page.locator('.current .status').innerText()).toBe(told(stripe));
      await page.getByRole('button', { name: 'Place', exact: true }).click();
      expect(page.url()).toContain('#findings?severity=critical&domain=partner&search=stripe&sort=place');
      const rows = await links(page);
      await page.reload();
      expect(await links(page)).toEqual(rows);
    });
  });

  test('is driven by keys', async () => {
    await open('#findings', async (page) => {
      const [first = '', second = ''] = await links(page);
      await page.keyboard.press('j');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await shown(page)).toBe(second);
      await page.keyboard.press('k');
      expect(await shown(page)).toBe(first);
      await page.keyboard.press('Escape');
      expect(await shown(page)).toBe('Findings');
      await page.keyboard.press('/');
      await page.keyboard.type('webhook');
      await expect.poll(() => page.locator('.current .status').innerText()).toBe('8 of 67 findings');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('.current .status').innerText()).toBe('67 of 67 findings');
    });
  });

  test('inflates long lists as far as they are looked at', async () => {
    const all = largeReport(5200).findings;
    const last = all.at(-1);
    await open(
      '#findings',
      async (page) => {
        expect(await page.locator('script[type="application/octet-stream"]').count()).toBeGreaterThan(40);
        await expect.poll(() => textOf(page, '.current .position')).toBe('Page 1 of 104');
        expect(await links(page)).toHaveLength(50);
        await page.locator('#findings-search').fill(last?.id ?? '');
        await expect.poll(() => textOf(page, '.current .status')).toBe('1 of 5,200 findings');
        await page.locator('#findings-search').fill('');
        await expect.poll(() => textOf(page, '.current .status')).toBe('5,200 of 5,200 findings');
        await page.goto(`${addresses.get('compressed') ?? ''}#finding/${last?.id ?? ''}`);
        await expect.poll(() => textOf(page, '#detail')).toContain(last?.id ?? '');
        expect(await shown(page)).toBe(last?.title);
      },
      { name: 'compressed' },
    );
  });

  test('turns the pages of a long list and finds the last of it', async () => {
    await open(
      '#findings',
      async (page) => {
        expect(await page.locator('.current .position').innerText()).toBe('Page 1 of 60');
        await page.getByRole('button', { name: 'Next' }).click();
        expect(await page.locator('.current .position').innerText()).toBe('Page 2 of 60');
        expect(await links(page)).toHaveLength(50);
        const last = largeReport(3000).findings.at(-1)?.id ?? '';
        await page.goto(`${addresses.get('large') ?? ''}#finding/${last}`);
        expect(await page.locator('#detail').innerText()).toContain(last);
      },
      { name: 'large' },
    );
  });

  test('can be read without scripts', async () => {
    await open(
      '',
      async (page) => {
        const text = await page.locator('body').innerText();
        for (const part of ['What to do first', 'Recommended split', 'Objects are damaged', 'need scripts']) {
          expect(text).toContain(part);
        }
        expect(await page.locator('article.record:visible').count()).toBe(67);
      },
      { javaScriptEnabled: false },
    );
  });

  test('prints all sections, the findings in full, and no controls', async () => {
    await open('#findings', async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('h1:visible').count()).toBe(16);
      expect(await page.locator('article.record:visible').count()).toBe(67);
      expect(await page.locator('.nav:visible, .controls:visible, #detail:visible').count()).toBe(0);
    });
  });

  test('fits a narrow screen', async () => {
    await open(
      '',
      async (page) => {
        for (const hash of ['', '#findings', '#chains', '#overlaps', '#coverage', '#domain/customer', firstFinding]) {
          await page.goto(`${addresses.get('sample') ?? ''}${hash}`);
          const [needed, given] = await page.evaluate(
            () => [document.documentElement.scrollWidth, innerWidth] as const,
          );
          expect(needed, hash).toBeLessThanOrEqual(given);
        }
      },
      { viewport: { width: 360, height: 740 } },
    );
  });

  test('runs nothing that stands in hostile text', async () => {
    await open(
      '#findings',
      async (page) => {
        const hits = async (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'hit') as unknown);
        for (const section of ['findings', 'credentials', 'identities', 'stores', 'jobs']) {
          await page.goto(`${addresses.get('hostile') ?? ''}#${section}`);
          expect(await hits()).toBeUndefined();
          await page.locator('.current .row-link').first().click();
          expect(await page.locator('#detail').innerText()).toContain('<script>window.hit=1</script>');
          expect(await page.locator('#detail :is(script, img, iframe, [onerror])').count()).toBe(0);
          expect(await hits()).toBeUndefined();
        }
        await page.goto(`${addresses.get('hostile') ?? ''}#overlaps`);
        await page.locator('#overlaps .matrix th a').first().click();
        expect(await shown(page)).toContain('Customer accounts');
      },
      { name: 'hostile' },
    );
  });
});
