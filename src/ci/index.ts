import type { CiFile, CiParseResult } from '../model/facts.ts';
import { NO_FACTS } from '../model/facts.ts';
import { ciFormat } from './ci-files.ts';
import type { CiFormat } from './ci-files.ts';
import { parseAction } from './github-actions/parse-action.ts';
import { parseWorkflow } from './github-actions/parse-workflow.ts';
import { parsePipeline } from './gitlab/parse-pipeline.ts';

const PARSERS: Readonly<Record<CiFormat, (file: CiFile) => CiParseResult>> = {
  'github-workflow': parseWorkflow,
  'github-action': parseAction,
  gitlab: parsePipeline,
};

/** Whether a path, relative to its source with `/` between folders, names a CI configuration that can be parsed. */
export function isCiFile(path: string): boolean {
  return ciFormat(path) !== undefined;
}

/**
 * Reads a CI configuration: its jobs, each a workload identity, and the secrets and cloud identities they name. Never
 * throws: what cannot be read comes back as problems, each a sentence with its place, and a path that is no CI file as
 * no facts.
 */
export function parseCiFile(file: CiFile): CiParseResult {
  const format = ciFormat(file.path);
  return format === undefined ? { facts: NO_FACTS, problems: [] } : PARSERS[format](file);
}
