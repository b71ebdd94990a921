// What test/integration/moto.sh collected and exported, read and compared. Ends with an AssertionError when it differs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readAwsDumps } from '../../src/connectors/aws/dumps.ts';
import type { JoinedDumps } from '../../src/connectors/aws/join.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { CoverageRow } from '../../src/model/source.ts';

const [folder = '.'] = process.argv.slice(2);
const seeds = z
  .object({
    management: z.string(),
    members: z.tuple([z.string(), z.string()]),
    unit: z.string(),
    root: z.string(),
    keys: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(await readFile(join(folder, 'seeds.json'), 'utf8')));
const { management, members, unit, root } = seeds;

const isUnknown = ({ what }: CoverageRow): boolean => what.startsWith('iam:ListServiceSpecificCredentials failed');

async function read(name: string): Promise<JoinedDumps> {
  const joined = await readAwsDumps([join(folder, name)], {
    onFile: () => {},
    failed: (file, why) => assert.fail(`${file}: ${why}`),
  });
  const gaps = joined.dumps.flatMap(({ coverage }) => coverage).filter(({ outcome }) => outcome !== 'read');
  // The one operation that moto does not know: a failing call is a gap of its account and nothing else.
  const [unknown, others] = [gaps.filter(isUnknown), gaps.filter((row) => !isUnknown(row))];
  assert.deepEqual(others, [], `${name} has no other gaps`);
  assert.equal(unknown.length, joined.dumps.filter(({ source }) => /\d{12}\/collected$/.test(source.id)).length);
  return joined;
}

const sorted = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

/**
 * What an account's facts say, without the names of the sources that said it, and without times: moto gives them in
 * microseconds, which are rounded differently on the two ways.
 */
function factsOf(
  account: string,
  { identities, keys, grants, trusts, providers, resourcePolicies, managedPolicies }: Facts,
) {
  const own = (id: string): boolean => id.includes(`:${account}:`);
  return {
    identities: sorted(
      identities
        .filter(({ id }) => own(id))
        .map(({ id, kind, memberOf = [], attributes }) => [id, kind, memberOf, attributes['MFA']]),
    ),
    keys: sorted(
      keys
        .filter(({ identity }) => own(identity))
        .map(({ keyId, kind, identity, status, expires }) => [keyId, kind, identity, status, expires]),
    ),
    grants: sorted(
      grants
        .filter(({ identity }) => own(identity))
        .map(({ identity, policy, through, statements }) => [identity, policy, through, statements]),
    ),
    trusts: sorted(
      trusts
        .filter(({ identity }) => own(identity))
        .map(({ id, kind, subjects, audiences }) => [id, kind, subjects, audiences]),
    ),
    providers: sorted(
      providers.filter(({ id }) => own(id)).map(({ id, kind, audiences, expires }) => [id, kind, audiences, expires]),
    ),
    resourcePolicies: sorted(
      resourcePolicies
        .filter(({ resource }) => own(resource))
        .map(({ resource, statements }) => [resource, statements]),
    ),
    managedPolicies: sorted(
      managedPolicies
        .filter(({ arn }) => own(arn))
        .map(({ arn, versions }) => [
          arn,
          versions.map(({ id, isDefault, statements }) => [id, isDefault, statements]),
        ]),
    ),
  };
}

const rows = ({ guardrails }: Facts): readonly string[] =>
  guardrails
    .map(
      ({ kind, account, level, policy, statements }) =>
        `${kind} ${account} ${level} ${policy} ${JSON.stringify(statements)}`,
    )
    .sort();

const collected = await read('collected');
const one = await read('one.json');
const exported = await read('exported');

// The three ways to the management account say the same.
const expected = factsOf(management, collected.facts);
assert.deepEqual(factsOf(management, one.facts), expected);
assert.deepEqual(factsOf(management, exported.facts), expected);
assert.deepEqual(rows(exported.facts), rows(collected.facts));

// And they say what was put in.
for (const account of [management, ...members]) {
  const { identities, keys, grants, managedPolicies, providers } = collected.facts;
  const ci = `arn:aws:iam::${account}:user/machines/ci`;
  const user = identities.find(({ id }) => id === ci);
  assert.deepEqual(user?.memberOf, [`arn:aws:iam::${account}:group/teams/deployers`]);
  assert.equal(identities.filter(({ kind, account: of }) => kind === 'user' && of === account).length, 121);
  assert.equal(keys.find(({ keyId }) => keyId === seeds.keys[account])?.identity, ci);
  assert.deepEqual(
    grants
      .filter(({ identity }) => identity === ci)
      .map(({ policy, through }) => `${through} ${policy}`)
      .sort(),
    ['group pass', 'managed deploy'],
  );
  assert.equal(managedPolicies.find(({ arn }) => arn === `arn:aws:iam::${account}:policy/deploy`)?.versions.length, 2);
  assert.equal(providers.filter(({ account: of }) => of === account).length, 2);
  const ends = keys.find(({ kind, identity }) => kind === 'certificate' && identity === ci)?.expires;
  assert.equal(Math.round((Date.parse(ends ?? '') - Date.now()) / 86_400_000), 5);
}
const levels = (account: string): readonly string[] =>
  collected.facts.guardrails
    .filter((row) => row.account === account)
    .map(({ level, policy }) => `${level} ${policy}`)
    .sort();
assert.deepEqual(levels(management), []);
assert.deepEqual(
  levels(members[0]),
  [`${root} FullAWSAccess`, `${unit} FullAWSAccess`, `${unit} no-users`, `${members[0]} FullAWSAccess`].sort(),
);
assert.deepEqual(levels(members[1]), [`${root} FullAWSAccess`, `${members[1]} FullAWSAccess`].sort());
