import type { Extractor } from '../../model/detector.ts';
import { awsAccount } from '../../model/aws.ts';
import type { CheckInput } from '../checks/verdict.ts';
import { joined } from '../joined-text.ts';
import { assignedUser } from './assigned-user.ts';
import { azureConnectionString } from './azure-connection-string.ts';
import { basicAuthUser } from './basic-auth-user.ts';
import { certificate } from './certificate.ts';
import { connectionString } from './connection-string.ts';
import { discordApp } from './discord-app.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';
import { gcpKeyFile } from './gcp-key-file.ts';
import { jwtClaims } from './jwt-claims.ts';
import { macaroon } from './macaroon.ts';
import { slackIds } from './slack-ids.ts';
import { suppressionComment } from './suppression-comment.ts';
import { urlFacts } from './url-facts.ts';
import { withoutSecret } from './without-secret.ts';

/**
 * Reads what a value says about itself. Never yields secret parts: a fact that repeats a stretch of the value is left
 * out, except where the value begins with public ids by its format.
 *
 * @param input The credential, and what stands round it.
 */
export function extract(extractor: Extractor, input: CheckInput): Extracted {
  const { value, whole } = input;
  switch (extractor) {
    case 'aws-account':
      return { facts: facts({ account: awsAccount(value) }), keyId: value };
    case 'jwt-claims':
      return guarded(jwtClaims(joined(value)), joined(value));
    case 'url-parts':
      return guarded(urlFacts(value, whole), value);
    // The file names its account in the clear, beside its private key.
    case 'gcp-key-file':
      return gcpKeyFile(whole);
    case 'azure-connection-string':
      return guarded(azureConnectionString(whole), value);
    // Slack's tokens begin with ids in the clear.
    case 'slack-ids':
      return slackIds(value);
    case 'macaroon':
      return guarded(macaroon(value), value.slice(-64));
    case 'connection-string':
      return guarded(connectionString(whole), value);
    case 'assigned-user':
      return guarded(assignedUser(input), value);
    // Its first part is the application's id in the clear.
    case 'discord-app':
      return discordApp(value);
    case 'basic-auth-user':
      return basicAuthUser(value);
    case 'reference-target':
      return { facts: facts({ target: value }) };
    // A certificate is public.
    case 'certificate':
      return certificate(value);
    case 'suppression-comment':
      return { facts: facts(suppressionComment(value, whole)) };
  }
}

function guarded(extracted: Extracted, secret: string): Extracted {
  return { ...extracted, facts: withoutSecret(extracted.facts, secret) };
}
