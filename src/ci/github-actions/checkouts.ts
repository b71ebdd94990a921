import { at, textOf } from '../yaml/node.ts';
import type { YamlNode, YamlRange } from '../yaml/node.ts';
import type { Environment } from './environment.ts';
import { pieceFinder } from '../yaml/source-search.ts';
import { actionOf } from './action.ts';
import { usesIn } from './located-expression.ts';
import { namesOutsidersHead } from './untrusted-input.ts';

const PULL_REF = /refs\/pull\/.{1,200}\/(?:merge|head)/s;
/** Commands that bring another commit into the work tree. */
const GIT_COMMAND = /\bgit\b[^\n]{0,100}\b(?:checkout|fetch|pull|clone|switch|reset|merge|worktree)\b[^\n]*/g;
const CLI_CHECKOUT = /\b(?:gh|hub) pr checkout\b[^\n]*/;
const PULL_HEAD = /\bpull\/[^\s/]{1,200}\/(?:head|merge)\b/;

/** Where a step checks out code of an outsider's change; undefined when it does not. */
export function untrustedCheckout(text: string, step: YamlNode, environment: Environment): YamlRange | undefined {
  const isHead = (node: YamlNode | undefined): boolean =>
    node?.kind === 'scalar' &&
    (PULL_REF.test(node.value) || usesIn(text, node).some(({ path }) => namesOutsidersHead(path)));
  if (actionOf(step)?.name === 'actions/checkout') {
    const inputs = [at(step, 'with', 'ref'), at(step, 'with', 'repository')];
    return inputs.find((input) => isHead(resolved(input, environment)));
  }
  const run = at(step, 'run');
  const script = textOf(run);
  if (run?.kind !== 'scalar' || script === undefined) return undefined;
  const find = pieceFinder(text, run);
  const [cli] = CLI_CHECKOUT.exec(script) ?? [];
  if (cli !== undefined) return find(cli);
  const heads = [...environment].filter(([, value]) => isHead(value)).map(([name]) => name);
  for (const [command] of script.matchAll(GIT_COMMAND)) {
    if (PULL_HEAD.test(command) || heads.some((name) => readsVariable(command, name))) return find(command);
    if (usesIn(command, { kind: 'scalar', value: command, start: 0, end: command.length }).some(isHeadUse))
      return find(command);
  }
  return undefined;
}

const isHeadUse = ({ path }: { readonly path: readonly string[] }): boolean => namesOutsidersHead(path);

const readsVariable = (command: string, name: string): boolean =>
  command.includes(`$${name}`) || command.includes(`\${${name}}`);

/** The variable's value where an input is nothing but `${{ env.NAME }}`. */
function resolved(input: YamlNode | undefined, environment: Environment): YamlNode | undefined {
  const name = /^\s*\$\{\{\s*env\.(?<name>\w+)\s*\}\}\s*$/.exec(textOf(input) ?? '')?.groups?.['name'];
  return name === undefined ? input : (environment.get(name) ?? input);
}
