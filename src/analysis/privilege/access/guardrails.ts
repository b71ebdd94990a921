import type { Guardrail, PolicyStatement } from '../../../model/grant.ts';
import { EVERYTHING, Entry } from './entry.ts';
import { Levels } from './layer.ts';

/** Guardrails of each account, a list for each level. */
export function levelsByAccount(rows: readonly Guardrail[]): ReadonlyMap<string, Levels> {
  const accounts = Map.groupBy(rows, ({ account }) => account);
  return new Map(
    [...accounts].map(([account, limits]) => {
      const levels = [...Map.groupBy(limits, ({ level }) => level).values()];
      return [account, new Levels(levels.map((level) => withDefault(level).map((row) => new Entry(row.kind, row))))];
    }),
  );
}

/**
 * Policies of a level with the one that lets everything through, which AWS attaches and nobody can detach where resource
 * control policies are on.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_evaluation.html
 */
function withDefault(level: readonly Guardrail[]): readonly Guardrail[] {
  const [first] = level;
  if (first?.kind !== 'rcp') return level;
  const open = level.some(({ statements }) => statements.length === 0 || statements.some(allows));
  return open ? level : [...level, { ...first, policy: 'RCPFullAWSAccess', statements: EVERYTHING }];
}

function allows({ effect }: PolicyStatement): boolean {
  return effect === 'Allow';
}
