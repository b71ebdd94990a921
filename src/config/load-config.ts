import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import type { Config } from '../model/config.ts';
import { BittingError, messageOf } from '../model/errors.ts';
import { parseYaml } from './yaml-file.ts';
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
  const { data } = parseYaml(text, file, configSchema);
  return withPaths(toConfig(data), dirname(resolve(file)));
}

function withPaths(config: Config, folder: string): Config {
  const { detectors } = config;
  if (detectors === undefined) return config;
  return { ...config, detectors: { ...detectors, files: detectors.files.map((file) => resolve(folder, file)) } };
}
