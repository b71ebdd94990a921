import { cloudKeyVariable } from '../cloud-keys.ts';
import type { YamlRange, YamlScalar } from '../yaml/node.ts';
import { pieceFinder } from '../yaml/source-search.ts';

export interface VariableUse extends YamlRange {
  readonly name: string;
}

/** `$NAME`, `${NAME}`, `$env:NAME` of PowerShell and `%NAME%` of cmd; `$$NAME` is an escaped dollar. */
const VARIABLE =
  /(?<!\$)\$(?:\{(?<braced>[a-z_]\w{0,99})\}?|(?:env:)?(?<dollar>[a-z_]\w{0,99}))|%(?<percent>[a-z_]\w{0,99})%/gi;
const known = new WeakMap<YamlScalar, readonly VariableUse[]>();

/** Variables that a scalar reads, with their places. */
export function variablesIn(text: string, scalar: YamlScalar): readonly VariableUse[] {
  const cached = known.get(scalar);
  if (cached !== undefined) return cached;
  const find = pieceFinder(text, scalar);
  const uses = [...scalar.value.matchAll(VARIABLE)].map((match) => ({
    name: match.groups?.['braced'] ?? match.groups?.['dollar'] ?? match.groups?.['percent'] ?? '',
    ...find(match[0]),
  }));
  known.set(scalar, uses);
  return uses;
}

const SECRET_WORD =
  /(?:^|_)(?:(?:ACCESS|DEPLOY)?TOKENS?|SECRETS?|PASS|PASSWORD|PASSWD|PASSPHRASE|PWD|PAT|(?:API|PRIVATE|SSH)?KEY|CREDENTIALS?|CREDS|AUTH|KUBECONFIG|DSN|WEBHOOK)(?:_|$)/i;
/** Names that speak of a secret and are none: where it is, what it is called, public halves, cache keys. */
const NO_SECRET =
  /_(?:URL|URI|HOST|PATH|FILE|DIR|NAME|LENGTH|ENABLED|TYPE|SOCK)$|PUBLIC_?KEY|PUB_KEY|CACHE_?KEY|KEY_?SERVER|^(?:OLD)?PWD$/i;

/**
 * Whether a variable is likely a secret kept in the project's or group's settings, by its name: the file does not say.
 * GitLab's predefined ones are not, except the job's own token.
 */
export function isSecretName(name: string): boolean {
  if (name === 'CI_JOB_TOKEN' || cloudKeyVariable(name) !== undefined) return true;
  return !/^(?:CI_|GITLAB_USER_|FF_)/.test(name) && SECRET_WORD.test(name) && !NO_SECRET.test(name);
}

/** Names that a script gives values to itself. */
export function assignedIn(script: string): readonly string[] {
  return [...script.matchAll(/(?:^|[\s;&|("'])(?<name>[a-z_]\w{0,99})=|\bfor\s+(?<each>[a-z_]\w{0,99})\s+in\b/gim)].map(
    ({ groups }) => groups?.['name'] ?? groups?.['each'] ?? '',
  );
}
