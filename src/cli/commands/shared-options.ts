import { availableParallelism } from 'node:os';

import { InvalidArgumentError, Option } from 'commander';

export function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

export function formatOption(defaults: string): Option {
  return new Option('-f, --format <list>', 'formats, separated by commas: html, json, sarif').default(defaults);
}

export function failOnOption(): Option {
  return new Option('--fail-on <level>', 'least severity that ends with exit code 1')
    .choices(['critical', 'high', 'medium', 'low', 'info', 'none'])
    .default('low');
}

export function detectorsOption(): Option {
  return new Option('--detectors <file>', 'YAML file of custom detectors; may be repeated')
    .argParser(collect)
    .default([], 'none');
}

export function jobsOption(): Option {
  return new Option('-j, --jobs <n>', 'worker threads').default(availableParallelism()).argParser((text) => {
    const jobs = Number(text);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
      throw new InvalidArgumentError('A whole number from 1 to 256.');
    return jobs;
  });
}

export function exceptionsOption(): Option {
  return new Option('--exceptions <file>', 'findings that somebody accepts, with reason and expiry; may be repeated')
    .argParser(collect)
    .default([], 'none');
}

export function baselineOption(): Option {
  return new Option('--baseline <file>', 'findings that were known before and do not count again');
}

export function keyFileOption(): Option {
  return new Option(
    '--key-file <file>',
    'key of the fingerprints, made at the first run (default: $BITTING_KEY_FILE, then ~/.local/state/bitting)',
  );
}
