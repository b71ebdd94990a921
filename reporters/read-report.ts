import { open } from 'node:fs/promises';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { BittingError, messageOf } from '../src/model/errors.ts';
import { REPORT_SCHEMAS, type Report } from '../src/model/report.ts';
import schema from '../schema/report-1.schema.json' with { type: 'json' };
import { visible } from './text.ts';

/** Longest file read, in bytes: what still fits a string of V8 after decoding. */
const MAX_BYTES = 500_000_000;

/** Up to this many bytes every error is looked for; beyond it only the first, so that a broken file stays cheap. */
const ALL_ERRORS_BYTES = 5_000_000;

const SHOWN_ERRORS = 10;

/**
 * Reads and validates a `report.json`.
 *
 * @throws BittingError `BITTING_E_REPORT_INVALID` when the file cannot be read, is no JSON, has another format's
 *   version, or does not follow the schema: one sentence for each error, with its JSON path
 */
export async function readReport(path: string): Promise<Report> {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The parser's message quotes the text, which may be anything: its position is enough.
    const position = /position \d+/.exec(messageOf(error))?.[0];
    throw invalid(path, `it is not JSON${position === undefined ? '' : ` at ${position}`}.`);
  }
  return parseReport(value, path, text.length <= ALL_ERRORS_BYTES);
}

/**
 * The value as a report, when it is one.
 *
 * @param name - What to call it in an error
 * @param all - Look for every error, not only the first
 * @throws BittingError `BITTING_E_REPORT_INVALID`
 */
export function parseReport(value: unknown, name: string, all = true): Report {
  const version = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (!REPORT_SCHEMAS.some((each) => each === version)) throw invalid(name, versionSentence(version));
  const validate = validator(all);
  if (validate(value)) return value;
  const errors = [...new Set((validate.errors ?? []).map((error) => errorSentence(error)))];
  const more = errors.length > SHOWN_ERRORS ? ` ${errors.length - SHOWN_ERRORS} more errors follow.` : '';
  throw invalid(name, `${errors.slice(0, SHOWN_ERRORS).join(' ')}${more}`);
}

async function readText(path: string): Promise<string> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > MAX_BYTES) throw invalid(path, `it has ${size} bytes, and at most ${MAX_BYTES} are read.`);
    return await file.readFile('utf8');
  } catch (error) {
    if (error instanceof BittingError) throw error;
    throw invalid(path, `${messageOf(error)}.`, error);
  }
}

const validators = new Map<boolean, ValidateFunction<Report>>();

function validator(allErrors: boolean): ValidateFunction<Report> {
  const known = validators.get(allErrors);
  if (known !== undefined) return known;
  const { version: _, ...rules } = schema;
  const compiled = new Ajv({ allErrors, strict: true, allowUnionTypes: true }).compile<Report>(rules);
  validators.set(allErrors, compiled);
  return compiled;
}

function versionSentence(version: unknown): string {
  const wanted = `This Bitting reads ${REPORT_SCHEMAS.join(' and ')}.`;
  if (typeof version !== 'string' || !/^bitting-report\/\d{1,9}\.\d{1,9}$/.test(version)) {
    return `"/schema" does not name a version of the report's format. ${wanted}`;
  }
  return `"/schema" is ${version}. ${wanted} Use the version of Bitting that wrote it, or audit again.`;
}

function errorSentence(error: ErrorObject): string {
  const where = error.instancePath === '' ? 'The report' : `"${visible(error.instancePath).slice(0, 200)}"`;
  const detail = error.keyword === 'additionalProperties' ? `: ${propertyName(error.params)}` : '';
  return `${where} ${error.message ?? 'is wrong'}${detail}.`;
}

function propertyName(params: Readonly<Record<string, unknown>>): string {
  return visible(String(params['additionalProperty'])).slice(0, 80);
}

function invalid(name: string, why: string, cause?: unknown): BittingError {
  return new BittingError('BITTING_E_REPORT_INVALID', `${visible(name)} is not a report that can be read: ${why}`, {
    cause,
  });
}
