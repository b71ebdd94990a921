import { expect, test } from 'vitest';
import {
  reachOfGithubSubject,
  reachOfGitlabSubject,
  reachOfOrganizationSubject,
  reachOfServiceAccountSubject,
} from '../../../src/analysis/trust/oidc-subject.ts';

test.each([
  ['repo:*', 'anyone'],
  ['repo:*/*:*', 'anyone'],
  ['repo:acme*/shop:*', 'anyone'],
  ['repo:acme?/shop:*', 'anyone'],
  ['repo*', 'anyone'],
  ['*acme/shop*', 'anyone'],
  ['*:repo:acme/shop:*', 'anyone'],
  ['', 'anyone'],
  ['environment:*', 'anyone'],
  ['environment:production', 'anyone'],
  ['job_workflow_ref:acme/ci/.github/workflows/deploy.yml@*', 'several-projects'],
  ['repo:acme/*', 'organisation'],
  ['repo:acme@123456/*', 'organisation'],
  ['repository_owner:acme:environment:prod', 'organisation'],
  ['repo:acme/shop*', 'several-projects'],
  ['repo:acme/shop-*:ref:refs/heads/main', 'several-projects'],
  ['repo:acme/shop:*', 'one-project'],
  ['repo:acme/shop:ref:refs/heads/*', 'one-project'],
  ['repo:acme@123456/shop@456789:*', 'one-project'],
  ['repo:acme@*/shop@*:*', 'one-project'],
  ['environment:prod:repo:acme/shop', 'one-project'],
  ['repository_id:456789:environment:prod', 'one-project'],
])('GitHub %s reaches %s', (pattern, reach) => {
  expect(reachOfGithubSubject(pattern)).toBe(reach);
});

test.each([
  ['project_path:*', 'anyone'],
  ['project_path:acme/*', 'organisation'],
  ['project_path:acme/shop:ref_type:branch:ref:main', 'one-project'],
  ['*', 'anyone'],
])('GitLab %s reaches %s', (pattern, reach) => {
  expect(reachOfGitlabSubject(pattern)).toBe(reach);
});

test.each([
  ['organization:*:project:shop', 'anyone'],
  ['organization:acme:project:*:workspace:*', 'organisation'],
  ['organization:acme:project:shop:workspace:prod:run_phase:*', 'one-project'],
])('organization subject %s reaches %s', (pattern, reach) => {
  expect(reachOfOrganizationSubject(pattern)).toBe(reach);
});

test.each([
  ['system:serviceaccount:*:app', 'anyone'],
  ['system:serviceaccount:shop:*', 'several-projects'],
  ['system:serviceaccount:shop:app', 'one-project'],
])('service account %s reaches %s', (pattern, reach) => {
  expect(reachOfServiceAccountSubject(pattern)).toBe(reach);
});
