import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { describePrivileges } from '../../../src/analysis/privilege/summary.ts';
import { privilegeChecks } from '../../../src/analysis/privilege/index.ts';
import { runChecks } from '../../../src/analysis/run-checks.ts';
import { graphOfCase } from './paths/path-cases.ts';
import { NOW } from './support/aws-fixtures.ts';

/** What a user `ci` has, and what is told of it. */
interface StatementCase {
  readonly why: string;
  readonly statements: readonly object[];
  readonly finds: readonly string[];
  readonly can?: readonly string[];
}

const CASES = parse(
  readFileSync(new URL('../../../fixtures/rights/statements.yaml', import.meta.url), 'utf8'),
) as readonly StatementCase[];

/** Checks of single rights; ways over several are held against the fixtures of paths. */
const ABOUT_RIGHTS = ['aws.admin-access', 'aws.iam-passrole-any', 'aws.not-action-allow', 'aws.service-wildcard'];

test.each(CASES)('$why', async ({ statements, finds, can }) => {
  const { graph, config } = await graphOfCase({ why: '', users: { ci: statements } });
  const checks = privilegeChecks.filter(({ id }) => ABOUT_RIGHTS.includes(id));
  const { findings } = runChecks(graph, checks, { now: NOW, config });
  const found = Array.from(
    findings,
    ({ severity, check, title }) => `${severity} ${check} ${title.replace('AWS user ci ', '')}`,
  );
  expect(found.sort()).toEqual([...finds].sort());
  const user = 'arn:aws:iam::111122223333:user/ci';
  if (can !== undefined) {
    const told = describePrivileges(graph, user).filter((sentence) => !sentence.startsWith('Deny '));
    expect(told).toEqual(can);
  }
});
