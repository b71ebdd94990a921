import * as z from 'zod';

import type { Config } from '../model/config.ts';
import { COMMENT_TOOLS, DEFAULT_COMMENTS } from '../model/suppression.ts';
import { DEFAULT_CONFIG } from './default-config.ts';

const texts = z.array(z.string().min(1)).min(1);
const days = z.int().positive();
const day = z.iso.date();

const ruleSchema = z
  .strictObject({
    repositories: texts.exactOptional(),
    paths: texts.exactOptional(),
    branches: texts.exactOptional(),
    accounts: texts.exactOptional(),
    identities: texts.exactOptional(),
    tags: z.record(z.string(), z.string()).exactOptional(),
    environments: texts.exactOptional(),
    subjects: texts.exactOptional(),
    because: z.string().exactOptional(),
  })
  .refine((rule) => Object.keys(rule).some((key) => key !== 'because'), {
    message: 'a rule needs at least one condition, such as `repositories: [shop/**]`',
  });

const domainSchema = z.strictObject({
  class: z.enum(['customer', 'workforce', 'partner', 'machine', 'other']),
  title: z.string().exactOptional(),
  owner: z.string().exactOptional(),
  sponsor: z.string().exactOptional(),
  riskOwner: z.string().exactOptional(),
  rotationMaxDays: days.exactOptional(),
  unusedMaxDays: days.exactOptional(),
  reviewEveryDays: days.exactOptional(),
  contractRef: z.string().exactOptional(),
  contractEnd: day.exactOptional(),
  rules: z.array(ruleSchema).min(1),
});

/** What a `bitting.yaml` may hold. Unknown keys are refused, so that a misspelt one never goes unnoticed. */
export const configSchema = z.strictObject({
  version: z.literal(1),
  domains: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), domainSchema).default({}),
  ownAccounts: z.array(z.string().regex(/^\d{12}$/, 'an AWS account is 12 digits in quotes')).default([]),
  allowedShared: z
    .array(z.strictObject({ subject: z.string(), reason: z.string().min(1), expires: day.exactOptional() }))
    .default([]),
  exclude: z.array(z.string().min(1)).default([]),
  detectors: z
    .strictObject({
      files: z.array(z.string().min(1)).default([]),
      disable: z.array(z.string().min(1)).default([]),
      severity: z.record(z.string(), z.enum(['critical', 'high', 'medium', 'low', 'info'])).default({}),
    })
    .exactOptional(),
  defaults: z
    .strictObject({ rotationMaxDays: days.default(90), unusedMaxDays: days.default(90) })
    .default(DEFAULT_CONFIG.defaults),
  suppression: z
    .strictObject({ inline: z.array(z.enum(COMMENT_TOOLS)).default([...DEFAULT_COMMENTS]) })
    .default({ inline: [...DEFAULT_COMMENTS] }),
});

export function toConfig(parsed: z.infer<typeof configSchema>): Config {
  const { version: _, domains, ...rest } = parsed;
  return {
    ...rest,
    domains: Object.entries(domains).map(([id, domain]) => ({ ...domain, id, title: domain.title ?? id })),
  };
}
