import type { CiInjection } from '../../model/ci-job.ts';
import { at } from '../yaml/node.ts';
import type { YamlNode } from '../yaml/node.ts';
import type { YamlFile } from '../yaml/read-yaml.ts';
import { actionOf } from './action.ts';
import { usesIn } from './located-expression.ts';
import { isChosenByOutsiders } from './untrusted-input.ts';

/** Functions whose result cannot carry code, whatever their argument. */
const HARMLESS_CALLS = new Set(['contains', 'startswith', 'endswith', 'hashfiles', 'success', 'always']);

/** Where a step pastes text chosen by outsiders into a script, before any shell sees it. */
export function injectionsOf(yaml: YamlFile, step: YamlNode): readonly CiInjection[] {
  const script = actionOf(step)?.name === 'actions/github-script' ? at(step, 'with', 'script') : at(step, 'run');
  if (script?.kind !== 'scalar') return [];
  return usesIn(yaml.file.text, script)
    .filter(({ path, inCall }) => isChosenByOutsiders(path, inCall) && !HARMLESS_CALLS.has(inCall ?? ''))
    .map((use) => ({ expression: use.path.join('.'), place: yaml.place(use) }));
}
