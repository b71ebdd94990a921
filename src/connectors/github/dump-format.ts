import * as z from 'zod';
import { unreadOperation } from '../coverage.ts';
import { timeText } from '../fields.ts';

/** Name and version of the dump that `bitting collect github` writes. */
export const GITHUB_DUMP_FORMAT = 'bitting-github-dump/1';

const text = z.string().nullish();
const time = timeText.nullish();

/** A secret of a scope: its name and times, ISO 8601. GitHub never gives values out. */
const secret = z.object({ name: z.string(), created: time, updated: time });

const organizationSecret = secret.extend({
  visibility: z.enum(['all', 'private', 'selected']).nullish(),
  /** Full names of the repositories chosen; absent when the list was not read. */
  repositories: z.array(z.string()).nullish(),
});

/** What a webhook's settings say. The address is kept as scheme and host only: its path may hold a token. */
const webhook = z.object({
  id: z.number(),
  active: z.boolean(),
  events: z.array(z.string()),
  scheme: text,
  host: text,
  secretSet: z.boolean(),
  insecureSsl: z.boolean(),
  created: time,
});

const deployKey = z.object({
  id: z.number(),
  title: z.string(),
  /** SHA-256 fingerprint of the public key, as `ssh-keygen -l` prints it. */
  fingerprint: text,
  readOnly: z.boolean(),
  verified: z.boolean().nullish(),
  enabled: z.boolean().nullish(),
  addedBy: text,
  created: time,
  /** Absent when the server does not tell; null when it says never. */
  lastUsed: timeText.nullable().optional(),
});

const workflowToken = z.object({ permissions: z.enum(['read', 'write']), canApprovePullRequests: z.boolean() });

const collaborator = z.object({ login: z.string(), role: z.string() });

const environment = z.object({
  name: z.string(),
  reviewers: z.number().int(),
  branches: z.enum(['all', 'restricted']),
  secrets: z.array(secret).nullish(),
});

const repository = z.object({
  fullName: z.string(),
  visibility: z.string(),
  archived: z.boolean(),
  /** Each list is absent when it was not read. */
  deployKeys: z.array(deployKey).nullish(),
  secrets: z.array(secret).nullish(),
  dependabotSecrets: z.array(secret).nullish(),
  environments: z.array(environment).nullish(),
  webhooks: z.array(webhook).nullish(),
  /** People with access who are no members of the owning organisation. */
  collaborators: z.array(collaborator).nullish(),
  workflowToken: workflowToken.nullish(),
});

const installation = z.object({
  id: z.number(),
  slug: z.string(),
  appId: z.number(),
  repositories: z.enum(['all', 'selected']),
  permissions: z.record(z.string(), z.string()),
  created: time,
  suspended: time,
});

const organization = z.object({
  login: z.string(),
  secrets: z.array(organizationSecret).nullish(),
  dependabotSecrets: z.array(organizationSecret).nullish(),
  webhooks: z.array(webhook).nullish(),
  installations: z.array(installation).nullish(),
  outsideCollaborators: z.array(z.string()).nullish(),
  workflowToken: workflowToken.nullish(),
});

export const githubDump = z.object({
  format: z.literal(GITHUB_DUMP_FORMAT),
  /** When it was collected, ISO 8601. */
  collected: z.string(),
  /** Organisation, user or repositories asked for, in words that stay the same from one run to the next. */
  name: z.string(),
  organization: organization.nullish(),
  repositories: z.array(repository),
  /** Calls that were answered in full. */
  operationsRead: z.number().int(),
  unread: z.array(unreadOperation),
});

export type GithubDump = z.infer<typeof githubDump>;
export type DumpedOrganization = z.infer<typeof organization>;
export type DumpedRepository = z.infer<typeof repository>;
export type DumpedEnvironment = z.infer<typeof environment>;
export type DumpedSecret = z.infer<typeof secret>;
export type DumpedOrganizationSecret = z.infer<typeof organizationSecret>;
export type DumpedWebhook = z.infer<typeof webhook>;
export type DumpedDeployKey = z.infer<typeof deployKey>;
export type DumpedInstallation = z.infer<typeof installation>;
export type DumpedCollaborator = z.infer<typeof collaborator>;
export type DumpedWorkflowToken = z.infer<typeof workflowToken>;
