import type { LongReport } from '../../../src/model/report.ts';
import { prose, type Block } from '../../prose.ts';
import type { TableName } from '../model.ts';

/** What the audit could not say because it was not given what would say it: each with what to do about it. */
export function hints({ run, domains, sources }: LongReport): readonly Block[] {
  if (run.command !== 'audit') return [];
  const exported = sources.some(({ kind }) => kind.endsWith('-dump'));
  const repositories = sources.some(({ kind }) => kind === 'repository');
  return [
    ...(domains.length > 1
      ? []
      : [
          'Which credentials and identities customers, workforce, partners and machines share: fewer than two domains ' +
            'are declared. `bitting init` proposes a `bitting.yaml`; hand it over with `--config bitting.yaml`.',
        ]),
    ...(exported
      ? []
      : [
          'What the keys can do, who holds them and which stores keep secrets: no export of a cloud account or of ' +
            'GitHub was given. `bitting collect` saves one; hand it over with `--aws-dump`, `--azure-dump` or ' +
            '`--github-dump`.',
        ]),
    ...(run.history || !repositories
      ? []
      : ['What was deleted from the repositories: their history was left out. Audit without `--no-history`.']),
  ].flatMap((text) => prose(text));
}

/** Why a list is empty, and what would fill it. */
export const EMPTY: Readonly<Record<TableName, string>> = {
  findings: 'No check failed on anything that was read.',
  credentials: 'No credential was seen in what was read.',
  identities:
    'No identity was seen. They come from an export of a cloud account or of GitHub (`bitting collect`, then ' +
    '`--aws-dump`, `--azure-dump` or `--github-dump`), from CI configurations, and from credentials that name one.',
  stores:
    'No secret store was seen. They come from `bitting collect azure` and `bitting collect github`, handed over with ' +
    '`--azure-dump` and `--github-dump`.',
  jobs: 'No job was seen: no configuration of GitHub Actions or GitLab CI stands in the work trees that were read.',
};
