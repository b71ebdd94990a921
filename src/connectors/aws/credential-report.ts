import { AWS_ATTRIBUTE } from '../../model/aws.ts';
import type { KeyFact } from '../../model/facts.ts';
import type { Identity } from '../../model/identity.ts';
import { parseCsv } from './csv.ts';
import { dumpError } from './dump-error.ts';
import { awsIdentity, dated, placeOf } from './identities.ts';

// Columns: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
const NEEDED = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
] as const;

/** How to get the report in the right form. */
const AGAIN =
  'Export it with: aws iam get-credential-report --query Content --output text | base64 --decode > report.csv';

export interface CredentialReportFacts {
  readonly identities: readonly Identity[];
  readonly keys: readonly KeyFact[];
  /** Rows that could not be read, such as `line 7: no user ARN`. */
  readonly malformed: readonly string[];
}

/** True when a text begins with the header of a credential report. */
export function isCredentialReport(text: string): boolean {
  return /^"?user"?,"?arn"?,/.test(text);
}

/**
 * Users with the state of their password, MFA, access keys and signing certificates. The keys carry a slot and no id:
 * the report has none.
 *
 * @param text CSV, decoded.
 * @throws BittingError BITTING_E_DUMP_INVALID when it is no table or columns are missing.
 */
export function readCredentialReport(text: string, source: string, file: string): CredentialReportFacts {
  const [header, ...rows] = parseCsv(text) ?? [];
  if (header === undefined) throw dumpError(file, 'is not a valid CSV table', AGAIN);
  const missing = NEEDED.filter((name) => !header.cells.includes(name));
  if (missing.length > 0) {
    throw dumpError(file, `lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} in line 1`, AGAIN);
  }
  const identities: Identity[] = [];
  const keys: KeyFact[] = [];
  const malformed: string[] = [];
  for (const { line, cells } of rows) {
    const row: Row = new Map(header.cells.map((name, index) => [name, cells[index] ?? '']));
    const arn = row.get('arn') ?? '';
    if (cells.length !== header.cells.length) {
      malformed.push(`line ${line}: ${cells.length} cells instead of ${header.cells.length}`);
    } else if (!/^arn:[a-z-]+:iam::\d{12}:/.test(arn)) {
      malformed.push(`line ${line}: no user ARN`);
    } else {
      identities.push(identityOf(source, arn, row));
      keys.push(...keysOf(source, arn, row));
    }
  }
  return { identities, keys, malformed };
}

/** Cells by column name. */
type Row = ReadonlyMap<string, string>;

function identityOf(source: string, arn: string, row: Row): Identity {
  const root = arn.endsWith(':root');
  // The root user of a standalone account always has a password; the report says `not_supported` or TRUE.
  const password = root && row.get('password_enabled') === 'not_supported' ? true : flag(row, 'password_enabled');
  const mfa = flag(row, 'mfa_active');
  const passwordUsed = dateAt(row, 'password_last_used');
  const uses = [passwordUsed, dateAt(row, 'access_key_1_last_used_date'), dateAt(row, 'access_key_2_last_used_date')];
  return awsIdentity({
    source,
    arn,
    kind: root ? 'account-root' : 'user',
    name: root ? 'root' : (row.get('user') ?? ''),
    created: dateAt(row, 'user_creation_time'),
    lastUsed: latest(uses),
    attributes: {
      [AWS_ATTRIBUTE.consolePassword]: word(password, 'enabled', 'disabled'),
      [AWS_ATTRIBUTE.consoleLastUsed]: passwordUsed,
      [AWS_ATTRIBUTE.mfa]: word(mfa, 'active', 'none'),
    },
  });
}

function keysOf(source: string, arn: string, row: Row): KeyFact[] {
  const slots = ['1', '2'];
  const accessKeys = slots.flatMap((slot): KeyFact[] => {
    const created = dateAt(row, `access_key_${slot}_last_rotated`);
    const active = flag(row, `access_key_${slot}_active`) === true;
    if (!active && created === undefined) return [];
    const used = row.get(`access_key_${slot}_last_used_date`) ?? '';
    return [
      {
        provider: 'aws',
        slot: `access key ${slot}`,
        kind: 'access-key',
        identity: arn,
        status: active ? 'active' : 'inactive',
        ...dated('created', created),
        ...dated('lastUsed', dateAt(row, `access_key_${slot}_last_used_date`)),
        ...(used.toUpperCase() === 'N/A' ? { neverUsed: true } : {}),
        place: placeOf(source, arn, `access_key_${slot}`),
      },
    ];
  });
  const certificates = slots.flatMap((slot): KeyFact[] => {
    const created = dateAt(row, `cert_${slot}_last_rotated`);
    const active = flag(row, `cert_${slot}_active`) === true;
    if (!active && created === undefined) return [];
    return [
      {
        provider: 'aws',
        slot: `signing certificate ${slot}`,
        kind: 'certificate',
        identity: arn,
        status: active ? 'active' : 'inactive',
        ...dated('created', created),
        place: placeOf(source, arn, `cert_${slot}`),
      },
    ];
  });
  return [...accessKeys, ...certificates];
}

function flag(row: Row, column: string): boolean | undefined {
  const value = row.get(column)?.toLowerCase();
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function word(value: boolean | undefined, yes: string, no: string): string | undefined {
  return value === undefined ? undefined : value ? yes : no;
}

/** A date, or undefined for `N/A`, `no_information`, `not_supported` and the like. */
function dateAt(row: Row, column: string): string | undefined {
  const value = row.get(column) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}T/.test(value)) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function latest(dates: readonly (string | undefined)[]): string | undefined {
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}
