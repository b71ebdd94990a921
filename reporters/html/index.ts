import type { Report } from '../../src/model/report.ts';
import { gapsOf } from '../coverage.ts';
import { inOrder } from '../rank.ts';
import { prose } from '../prose.ts';
import { count, day, figure } from '../text.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './assets.generated.ts';
import { detailView } from './detail-view.ts';
import { embed } from './embed.ts';
import { CHUNK, RECORD_KIND, type Detail, type Table } from './model.ts';
import { pack } from './pack.ts';
import { recordHref, rowView } from './rows.ts';
import { render } from './templates.generated.ts';
import { aboutView } from './view/about.ts';
import { coverageView } from './view/coverage.ts';
import { details, findingDetail } from './view/details.ts';
import { domainView, undecidedView } from './view/domains.ts';
import { frameworksView } from './view/frameworks.ts';
import { EMPTY } from './view/hints.ts';
import { namesOf, type Names } from './view/names.ts';
import { overlapsView } from './view/overlaps.ts';
import { summaryView } from './view/summary.ts';
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
 * The report as one HTML page that needs nothing else: sections as text, lists as data that the page's script shows,
 * filters and sorts. Every value goes through the templates' escaping or {@link embed}.
 */
export function* html(report: Report): Generator<string> {
  const names = namesOf(report);
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`;
  yield render('head', { day: day(report.run.finished) });
  yield `<style>${STYLE}</style>\n</head>\n<body>\n`;
  yield render('navigation', navigation(report, names));
  yield '<main id="main">\n';
  yield render('summary', summaryView(report, names));
  yield* findingsPage(report, names);
  yield render('overlaps', overlapsView(report, names));
  for (const domain of report.domains) yield render('domain', domainView(domain, report, names));
  if (report.undecided.length > 0) yield render('undecided', undecided(report));
  yield* tablePage(identitiesTable(report), 'Identities', report, names);
  yield* tablePage(credentialsTable(report, names), 'Credentials', report, names);
  yield* tablePage(storesTable(report), 'Secret stores', report, names);
  yield* tablePage(jobsTable(report, names), 'CI jobs', report, names);
  yield render('coverage', coverageView(report, names));
  yield render('frameworks', frameworksView(report));
  yield render('about', aboutView(report));
  yield '<section class="page" id="detail" hidden></section>\n</main>\n';
  yield `<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}

function* findingsPage(report: Report, names: Names): Generator<string> {
  const table = findingsTable(report, names);
  const shown = inOrder(report.findings).slice(0, STATIC_FINDINGS);
  yield render('table-start', tableStart(table, 'Findings'));
  yield '<div class="static">\n';
  for (const finding of shown) {
    const anchor = recordHref('findings', finding.id).slice(1);
    yield render('static-finding', { anchor, detail: detailView(findingDetail(finding, names)) });
  }
  yield render('static-end', staticEnd(report.findings.length, shown.length, 'finding', 'findings'));
  yield* tableData(table, report, names);
}

function* tablePage(table: Table, title: string, report: Report, names: Names): Generator<string> {
  const rows = table.rows.slice(0, STATIC_ROWS);
  yield render('table-start', tableStart(table, title));
  if (rows.length > 0) {
    const labels = table.columns.filter(({ hidden }) => !hidden);
    yield '<div class="static">\n';
    yield render('static-table', { title, labels, rows: rows.map((row) => rowView(table, row)) });
    yield render('static-end', staticEnd(table.rows.length, rows.length, table.one, table.many));
  }
  yield* tableData(table, report, names);
}

function tableStart(table: Table, title: string): object {
  return {
    name: table.name,
    title,
    total: count(table.rows.length, table.one, table.many),
    empty: table.rows.length === 0,
    why: prose(EMPTY[table.name]),
  };
}

function staticEnd(total: number, shown: number, one: string, many: string): object {
  return { left: total > shown ? `${count(total - shown, `more ${one}`, `more ${many}`)} in report.json.` : undefined };
}

/** The table and, in blocks, the details of its records. */
function* tableData(table: Table, report: Report, names: Names): Generator<string> {
  yield embed(`table-${table.name}`, table);
  let chunk: Detail[] = [];
  let number = 0;
  for (const detail of details(table.name, report, names)) {
    chunk.push(detail);
    if (chunk.length < CHUNK) continue;
    yield embed(`${RECORD_KIND[table.name]}-details-${number}`, pack(chunk));
    chunk = [];
    number += 1;
  }
  if (chunk.length > 0) yield embed(`${RECORD_KIND[table.name]}-details-${number}`, pack(chunk));
  yield '</section>\n';
}

function link(text: string, href: string, number?: number): object {
  return {
    text,
    href,
    number: number === undefined ? undefined : figure(number),
  };
}

function navigation(report: Report, names: Names): object {
  const { findings, overlaps, identities, credentials, stores, jobs, undecided: open } = report;
  const gaps = gapsOf(report).length;
  return {
    groups: [
      {
        links: [
          link('Summary', '#summary'),
          link('Findings', '#findings', findings.length),
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
          { ...link('Coverage', '#coverage'), gaps: gaps > 0 ? count(gaps, 'gap') : undefined },
          link('Frameworks', '#frameworks'),
          link('How it was made', '#about'),
        ],
      },
    ].filter(({ links }) => links.length > 0),
  };
}

function undecided(report: Report): object {
  const left = report.undecided.length - SHOWN_UNDECIDED;
  return {
    undecided: report.undecided.slice(0, SHOWN_UNDECIDED).map((entry) => undecidedView(entry)),
    left: left > 0 ? `${figure(left)} more in report.json.` : undefined,
  };
}
