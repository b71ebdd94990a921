import { MAIN_SCOPE } from './score.ts';
import type { Figures } from './score.ts';
import { perHundredThousand } from './clean.ts';
import type { Disagreement } from './disagreements.ts';
import type { AccuracyRecord } from './record.ts';
import type { Missed, RuleFigures } from './vectors.ts';

const OWN = 'bitting';
/** Categories with fewer credentials tell little and are summed up. */
const FEWEST_CREDENTIALS = 20;
const FEWEST_FINDINGS = 5;

/** Everything a record tells, as sections of Markdown under headings of the third level. */
export function recordTables(record: AccuracyRecord): string {
  const corpora = Object.entries(record.corpora).map(([name, corpus]) => corpusTables(name, corpus));
  return [...corpora, cleanTables(record.clean), vectorTable(record.vectors)].filter((text) => text !== '').join('\n');
}

type OnCorpus = AccuracyRecord['corpora'][string];

function corpusTables(name: string, { rows, tools }: OnCorpus): string {
  const named = Object.entries(tools);
  const own = tools[OWN]?.score;
  const main = ({ scopes }: (typeof named)[number][1]['score']): Figures | undefined => scopes[MAIN_SCOPE];
  const best = named.toSorted(([, a], [, b]) => (main(b.score)?.f1 ?? 0) - (main(a.score)?.f1 ?? 0));
  return [
    `### ${name}: every scanner\n`,
    `${rows} labelled rows, scope "${MAIN_SCOPE}".\n`,
    table(
      ['scanner', 'found', 'of', 'false rows', 'precision', 'recall', 'F1', 'findings', 'unlabelled'],
      best.map(([tool, { version, score }]) => {
        const figures = main(score);
        if (figures === undefined) return [tool];
        const { found, credentials, falseRows, precision, recall, f1, unlabelled } = figures;
        return [
          `${tool} ${version}`,
          ...[found, credentials, falseRows].map(String),
          ...[precision, recall, f1].map(share),
          ...[score.findings, unlabelled].map(String),
        ];
      }),
    ),
    `### ${name}: other scopes, ${OWN}\n`,
    table(
      ['scope', 'found', 'of', 'false rows', 'precision', 'recall', 'F1'],
      Object.entries(own?.scopes ?? {}).map(([scope, figures]) => [scope, ...figureCells(figures)]),
    ),
    `### ${name}: by category\n`,
    `Categories with at least ${FEWEST_CREDENTIALS} credentials; a row counts in each of its own. F1 of every scanner.\n`,
    table(
      ['category', 'credentials', `${OWN}: precision`, 'recall', ...best.map(([tool]) => `F1 ${tool}`)],
      Object.entries(own?.categories ?? {})
        .filter(([, { credentials }]) => credentials >= FEWEST_CREDENTIALS)
        .map(([category, { credentials, precision, recall }]) => [
          category,
          String(credentials),
          share(precision),
          share(recall),
          ...best.map(([, { score }]) => share(score.categories[category]?.f1 ?? null)),
        ]),
    ),
    `### ${name}: by detector, ${OWN}\n`,
    `Detectors with at least ${FEWEST_FINDINGS} findings.\n`,
    table(
      ['detector', 'findings', 'rows found', 'false rows', 'unlabelled', 'precision'],
      Object.entries(own?.detectors ?? {})
        .filter(([, { findings }]) => findings >= FEWEST_FINDINGS)
        .map(([detector, { findings, found, falseRows, unlabelled, precision }]) => [
          detector,
          ...[findings, found, falseRows, unlabelled].map(String),
          share(precision),
        ]),
    ),
  ].join('\n');
}

function figureCells({ found, credentials, falseRows, precision, recall, f1 }: Figures): readonly string[] {
  return [...[found, credentials, falseRows].map(String), ...[precision, recall, f1].map(share)];
}

function cleanTables(clean: AccuracyRecord['clean']): string {
  const folders = Object.entries(clean);
  if (folders.length === 0) return '';
  const tools = [...new Set(folders.flatMap(([, folder]) => Object.keys(folder.tools)))].sort();
  const lines = folders.reduce((sum, [, folder]) => sum + folder.lines, 0);
  // A sum over fewer folders would flatter a scanner that did not come to its end on one.
  const sums = tools.map((tool) => {
    const each = folders.map(([, folder]) => folder.tools[tool]);
    return each.every((figures) => figures !== undefined) ? each.reduce(together, NO_LINES) : undefined;
  });
  const cells = (
    label: string,
    size: number,
    cell: (tool: string, index: number) => OnTool | undefined,
  ): readonly string[] => [
    label,
    size.toLocaleString('en'),
    ...tools.map((tool, index) => cleanCell(cell(tool, index))),
  ];
  const rates = sums.map((sum) => {
    if (sum === undefined) return '–';
    return [sum.lines, sum.outsideExamples, sum.false]
      .map((count) => (count === undefined ? '–' : perHundredThousand(count, lines).toFixed(1)))
      .join(' / ');
  });
  return [
    '### Clean repositories\n',
    'Lines with a finding: all / those whose path names no test, example or document / those that are false findings',
    '(and those that nobody judged, with a question mark).\n',
    table(
      ['folder', 'lines', ...tools],
      [
        ...folders.map(([name, folder]) => cells(name, folder.lines, (tool) => folder.tools[tool])),
        cells('together', lines, (_, index) => sums[index]),
        ['per 100,000 lines', '', ...rates],
      ],
    ),
  ].join('\n');
}

type OnTool = Omit<AccuracyRecord['clean'][string]['tools'][string], 'version'>;

const NO_LINES: OnTool = { lines: 0, outsideExamples: 0, false: 0, unjudged: 0 };

function together(sum: OnTool, { lines, outsideExamples, ...judged }: OnTool): OnTool {
  const all = { lines: sum.lines + lines, outsideExamples: sum.outsideExamples + outsideExamples };
  if (sum.false === undefined || judged.false === undefined) return all;
  return { ...all, false: sum.false + judged.false, unjudged: (sum.unjudged ?? 0) + (judged.unjudged ?? 0) };
}

function cleanCell(figures: OnTool | undefined): string {
  if (figures === undefined) return '–';
  const { lines, outsideExamples, unjudged = 0 } = figures;
  const unknown = unjudged === 0 ? '' : ` + ${unjudged}?`;
  return `${lines} / ${outsideExamples} / ${figures.false === undefined ? '–' : `${figures.false}${unknown}`}`;
}

function vectorTable(vectors: AccuracyRecord['vectors']): string {
  const rows = Object.entries(vectors);
  if (rows.length === 0) return '';
  return [
    '### Vectors of rule tests\n',
    table(
      [
        'set',
        'positives',
        'found',
        "by a provider's detector",
        'rules',
        'any found',
        'all found',
        'negatives',
        'reported',
      ],
      rows.map(([name, each]) => [
        name,
        String(each.positives),
        part(each.found, each.positives),
        part(each.byProvider, each.positives),
        ...[each.rules, each.rulesFound, each.rulesWhole, each.negatives, each.reported].map(String),
      ]),
    ),
    'What is not found: vectors whose value is a stand-in, vectors of rules that look for no credential, and the rest;',
    'rules of which nothing is found, by reason.\n',
    table(
      ['set', 'not found', 'stand-ins', 'no credential', 'rest', 'rules', ...Object.values(REASONS)],
      rows.flatMap(([name, { positives, found, missed }]) =>
        missed === undefined ? [] : [[name, ...missedCells(positives - found, missed).map(String)]],
      ),
    ),
  ].join('\n');
}

const REASONS: Readonly<Record<keyof Missed['rules'], string>> = {
  noCredential: 'look for no credential',
  standIns: 'have stand-ins alone',
  otherReason: 'another reason',
  unexplained: 'unexplained',
};

function missedCells(missing: number, { standIns, noCredential, rules }: Missed): readonly number[] {
  const byReason = [rules.noCredential, rules.standIns, rules.otherReason, rules.unexplained];
  const all = byReason.reduce((sum, count) => sum + count, 0);
  return [missing, standIns, noCredential, missing - standIns - noCredential, all, ...byReason];
}

export function ruleTable(name: string, rules: readonly RuleFigures[]): string {
  const rows = rules.map(({ rule, positives, found, byProvider, negatives, reported, why }) => [
    rule,
    ...[positives, found, byProvider, negatives, reported].map(String),
    why,
  ]);
  return `# ${name}\n\n${table(['rule', 'positives', 'found', "by a provider's detector", 'negatives', 'reported', 'why nothing'], rows)}`;
}

export function disagreementTable(name: string, rows: readonly Disagreement[]): string {
  const list = rows.map(({ kind, file, line, what, preview, also }) => [
    kind,
    `${file}:${line}`,
    what,
    preview,
    also.join(', '),
  ]);
  return `# ${name}\n\n${table(['', 'place', 'what', 'value', 'also reported by'], list)}`;
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function part(count: number, of: number): string {
  return `${count} (${of === 0 ? '–' : ((100 * count) / of).toFixed(1)} %)`;
}

/** Columns after the first are aligned to the right where their first cell is a number. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (/^\d/.test(rows[0]?.[column] ?? '') ? '---:' : '---'));
  return `${[tableRow(head), tableRow(rule), ...rows.map(tableRow)].join('\n')}\n`;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
