import { describe, expect, test } from 'vitest';
import { assignedIn, isSecretName, variablesIn } from '../../../src/ci/gitlab/variables.ts';

describe('names of secrets', () => {
  test.each([
    'NPM_TOKEN',
    'DB_PASSWORD',
    'DEPLOY_KEY',
    'sshkey_secret',
    'KUBECONFIG',
    'CI_JOB_TOKEN',
    'AWS_ACCESS_KEY_ID',
  ])('%s is one', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    'CI_REGISTRY',
    'CI_COMMIT_REF_NAME',
    'PWD',
    'CACHE_KEY',
    'TOKEN_URL',
    'SSH_AUTH_SOCK',
    'MONKEY',
    'TOKENIZER',
    'PUBLIC_KEY',
  ])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

test('variables are read in the forms of all shells, escaped dollars apart', () => {
  const text = 'a $ONE ${TWO} ${THREE:-x} $env:FOUR %FIVE% $$SIX $7';
  const uses = variablesIn(text, { kind: 'scalar', value: text, start: 0, end: text.length });
  expect(uses.map(({ name, start, end }) => `${name} ${text.slice(start, end)}`)).toEqual([
    'ONE $ONE',
    'TWO ${TWO}',
    'THREE ${THREE',
    'FOUR $env:FOUR',
    'FIVE %FIVE%',
  ]);
});

test('names a script gives values to are told apart from those it reads', () => {
  expect(assignedIn('export A_TOKEN=$(x); B=1 && for KEY in a; do use $C; done')).toEqual(['A_TOKEN', 'B', 'KEY']);
});
