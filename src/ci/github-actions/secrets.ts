import type { CiSecretUse } from '../../model/ci-job.ts';
import { scalarsOf } from '../yaml/node.ts';
import type { YamlNode } from '../yaml/node.ts';
import type { YamlFile } from '../yaml/read-yaml.ts';
import { usesIn } from './located-expression.ts';

const NAME = /^[a-z_]\w{0,99}$/;

/**
 * Name of the secret that a context reads: upper case, as GitHub keeps it; `*` for all of them or one that is computed;
 * `GITHUB_TOKEN` for the job's own token, also where it comes as `github.token` or with the whole `github` context.
 */
export function secretName(path: readonly string[]): string | undefined {
  if (path[0] === 'github') {
    return path.length === 1 || path[1] === 'token' || (path[1] === '*' && path.length === 2)
      ? 'GITHUB_TOKEN'
      : undefined;
  }
  if (path[0] !== 'secrets') return undefined;
  const name = path[1] ?? '*';
  return NAME.test(name) ? name.toUpperCase() : '*';
}

/** Secrets read anywhere below a node, in order of the file. */
export function secretsBelow(yaml: YamlFile, node: YamlNode | undefined): readonly CiSecretUse[] {
  return [...scalarsOf(node)].flatMap(({ key, scalar }) =>
    usesIn(yaml.file.text, scalar, key === 'if').flatMap((use) => {
      const name = secretName(use.path);
      return name === undefined ? [] : [{ name, place: yaml.place(use) }];
    }),
  );
}
