import { IN_MEMORY, type Collections } from '../../src/model/collection.ts';
import type { LongReport } from '../../src/model/report.ts';
import { gapsOf } from '../coverage.ts';
import { prose } from '../prose.ts';
import { count, day, figure } from '../text.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './assets.generated.ts';
import { detailView } from './detail-view.ts';
import { embed, embedCompressed } from './embed.ts';
import { ListData, type ListSpec } from './lists.ts';
import type { RowChunk, Table } from './model.ts';
import { recordHref, rowOf, rowView } from './rows.ts';
import { TableBuilder } from './table-builder.ts';
import { render } from './templates.generated.ts';
import { aboutView } from './view/about.ts';
import { chainsView, hasChains } from './view/chains.ts';
import { coverageView } from './view/coverage.ts';
import { credentialDetail, findingDetail, identityDetails, jobDetail, storeDetail } from './view/details.ts';
import { domainView, undecidedView } from './view/domains.ts';
import { frameworksView } from './view/frameworks.ts';
import { EMPTY } from './view/hints.ts';
import type { Names } from './view/names.ts';
import { overlapsView } from './view/overlaps.ts';
import { pageOf, type Page } from './view/page.ts';
import { summaryView } from './view/summary.ts';
import { hasSuppressed, suppressedView } from './view/suppressed.ts';
import { credentialsTable, findingsTable, identitiesTable, jobsTable, storesTable } from './view/tables.ts';

/** Rows and findings that stand in the page itself: what is printed, and what is read without scripts. */
const STATIC_ROWS = 200;
const STATIC_FINDINGS = 200;
const SHOWN_UNDECIDED = 500;

// Nothing but the one style sheet and the one script, both admitted by their hash, and no request to anywhere.
const POLICY = [
  `default-src 'none'`,
  `style-src '${STYLE_HASH}'`,
  `script-src '${SCRIPT_HASH}'`,
  'img-src data:',
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/**
 * The report as one HTML page that needs nothing else: sections as text, lists as compressed data behind them, which the
 * page's script reads when it is asked to show, filter or sort one. Every value goes through the templates' escaping or
 * {@link embed}.
 *
 * @param collections - Where the compressed data is kept until its place in the page is reached
 */
export function* html(report: LongReport, collections: Collections = IN_MEMORY): Generator<string> {
  const page = pageOf(report, collections);
  const { names } = page;
  const data = new ListData(collections);
  const findings = yield* gather(data, {
    table: findingsTable(names),
    records: page.findings.ranked,
    detail: (finding) => findingDetail(finding, names),
  });
  const identities = yield* gather(data, {
    table: identitiesTable(),
    records: report.identities,
    detail: identityDetails(page),
  });
  const credentials = yield* gather(data, {
    table: credentialsTable(names),
    records: report.credentials,
    detail: (credential) => credentialDetail(credential, names),
  });
  const stores = yield* gather(data, {
    table: storesTable(),
    records: report.stores,
    detail: (store) => storeDetail(store, names),
  });
  const jobs = yield* gather(data, {
    table: jobsTable(names),
    records: report.jobs,
    detail: (job) => jobDetail(job, names),
  });
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`;
  yield render('head', { day: day(report.run.finished) });
  yield `<style>${STYLE}</style>\n</head>\n<body>\n`;
  yield render('navigation', navigation(report, names));
  yield '<main id="main">\n';
  yield render('summary', summaryView(page));
  yield* findingsPage(findings, page);
  if (hasChains(report)) yield render('chains', chainsView(page));
  yield render('overlaps', overlapsView(page));
  for (const domain of report.domains) yield render('domain', domainView(domain, page));
  if (report.undecided.length > 0) yield render('undecided', undecided(report));
  yield* tablePage('Identities', identities);
  yield* tablePage('Credentials', credentials);
  yield* tablePage('Secret stores', stores);
  yield* tablePage('CI jobs', jobs);
  if (hasSuppressed(report)) yield render('suppressed', suppressedView(report, names));
  yield render('coverage', coverageView(report, names));
  yield render('frameworks', frameworksView(page));
  yield render('about', aboutView(report));
  yield '<section class="page" id="detail" hidden></section>\n</main>\n';
  yield* data.plain();
  // Before the data of long lists, so that the page is of use while a browser still reads on.
  yield `<script>${SCRIPT}</script>\n`;
  for (const block of data.blocks()) yield embedCompressed(block);
  yield '</body>\n</html>\n';
}

/** A list of the page: all of it but for the rows, and the first rows as they are printed. */
interface PageList {
  readonly table: Table;
  readonly printed: { readonly table: Table; readonly rows: RowChunk };
}

function* gather<T extends { readonly id: string }>(data: ListData, list: ListSpec<T>): Generator<string, PageList> {
  const first = new TableBuilder(list.table);
  for (const record of Iterator.from(list.records).take(STATIC_ROWS)) first.add(record);
  const rows = first.takeChunk();
  return { table: yield* data.add(list), printed: { table: first.table(), rows } };
}

function* findingsPage({ table }: PageList, { findings: { ranked }, names }: Page): Generator<string> {
  yield render('table-start', tableStart(table, 'Findings'));
  yield '<div class="static">\n';
  for (const finding of Iterator.from(ranked).take(STATIC_FINDINGS)) {
    const anchor = recordHref('findings', finding.id).slice(1);
    yield render('static-finding', { anchor, detail: detailView(findingDetail(finding, names)) });
  }
  yield render('static-end', staticEnd(table, STATIC_FINDINGS));
  yield tableEnd(table);
}

function* tablePage(title: string, { table, printed }: PageList): Generator<string> {
  yield render('table-start', tableStart(table, title));
  if (table.total > 0) {
    const labels = printed.table.columns.filter(({ hidden }) => !hidden);
    const rows = printed.rows.ids.map((_, index) => rowView(printed.table, rowOf(printed.rows, index)));
    yield '<div class="static">\n';
    yield render('static-table', { title, labels, rows });
    yield render('static-end', staticEnd(table, STATIC_ROWS));
  }
  yield tableEnd(table);
}

function tableStart({ name, total, one, many }: Table, title: string): object {
  return { name, title, total: count(total, one, many), empty: total === 0, why: prose(EMPTY[name]) };
}

function staticEnd({ total, one, many }: Table, shown: number): object {
  return { left: total > shown ? `${count(total - shown, `more ${one}`, `more ${many}`)} in report.json.` : undefined };
}

function tableEnd(table: Table): string {
  return `${embed(`table-${table.name}`, table)}</section>\n`;
}

function link(text: string, href: string, number?: number): object {
  return {
    text,
    href,
    number: number === undefined ? undefined : figure(number),
  };
}

function navigation(report: LongReport, names: Names): object {
  const { findings, overlaps, identities, credentials, stores, jobs, undecided: open } = report;
  const gaps = gapsOf(report).length;
  return {
    groups: [
      {
        links: [
          link('Summary', '#summary'),
          link('Findings', '#findings', findings.length),
          ...(hasChains(report) ? [link('Where keys lead', '#chains', report.chains?.length ?? 0)] : []),
          link('Overlaps', '#overlaps', overlaps.length),
        ],
      },
      {
        heading: 'Domains',
        links: [
          ...report.domains.map(({ id }) => names.domain(id)),
          ...(open.length > 0 ? [link('Undecided', '#undecided', open.length)] : []),
        ],
      },
      {
        heading: 'Inventory',
        links: [
          link('Identities', '#identities', identities.length),
          link('Credentials', '#credentials', credentials.length),
          link('Secret stores', '#stores', stores.length),
          link('CI jobs', '#jobs', jobs.length),
        ],
      },
      {
        heading: 'Audit',
        links: [
          ...(hasSuppressed(report) ? [link('Set aside', '#suppressed', report.suppressed?.length ?? 0)] : []),
          { ...link('Coverage', '#coverage'), gaps: gaps > 0 ? count(gaps, 'gap') : undefined },
          link('Frameworks', '#frameworks'),
          link('How it was made', '#about'),
        ],
      },
    ].filter(({ links }) => links.length > 0),
  };
}

function undecided(report: LongReport): object {
  const left = report.undecided.length - SHOWN_UNDECIDED;
  return {
    undecided: Iterator.from(report.undecided)
      .take(SHOWN_UNDECIDED)
      .map((entry) => undecidedView(entry))
      .toArray(),
    left: left > 0 ? `${figure(left)} more in report.json.` : undefined,
  };
}
