import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import type { Config } from '../model/config.ts';
import { BittingError, messageOf } from '../model/errors.ts';
import { readYaml } from './read-yaml.ts';
import { configSchema, toConfig } from './schema.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly digest: string;
}

/**
 * Reads and checks a `bitting.yaml`.
 *
 * @throws BittingError BITTING_E_CONFIG_INVALID with one line for each thing wrong: file, line, column, what, where.
 */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new BittingError('BITTING_E_CONFIG_INVALID', `Cannot read the configuration ${file}: ${messageOf(error)}.`, {
      cause: error,
    });
  }
  return { config: parseConfig(text, file), digest: createHash('sha256').update(text).digest('hex') };
}

/** @param file Its name in errors; files that it names are relative to its folder. */
export function parseConfig(text: string, file: string): Config {
  const { value, positionOf } = readYaml(text, file, 'BITTING_E_CONFIG_INVALID');
  const parsed = configSchema.safeParse(value ?? {});
  if (parsed.success) return withPaths(toConfig(parsed.data), dirname(resolve(file)));
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const { line, column } = positionOf(path);
    const where = path.length === 0 ? 'the top level' : path.join('.');
    return `${file}:${line}:${column}: ${where}: ${issue.message}`;
  });
  throw new BittingError('BITTING_E_CONFIG_INVALID', problems.join('\n'));
}

function withPaths(config: Config, folder: string): Config {
  const { detectors } = config;
  if (detectors === undefined) return config;
  return { ...config, detectors: { ...detectors, files: detectors.files.map((file) => resolve(folder, file)) } };
}
