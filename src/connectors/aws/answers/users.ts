import { z } from 'zod';
import { AWS_ATTRIBUTE, AWS_SLOT, awsAccount } from '../../../model/aws.ts';
import { BittingError } from '../../../model/errors.ts';
import type { KeyFact } from '../../../model/facts.ts';
import { certificateEnd } from '../certificates.ts';
import { readCredentialReport } from '../credential-report.ts';
import { optionalTimestamp, timestamp } from '../dump-format.ts';
import { roleDetail } from '../authorization-details.ts';
import { awsIdentity, dated, placeOf, roleIdentity } from '../identities.ts';
import { readPolicyDocument } from '../policy-document.ts';
import { NO_PROVIDERS, trustPolicy, trustsOf } from '../trusts.ts';
import { itemsOf, noteTruncation } from './reader.ts';
import type { Answer, AnswerKind, AnswerReader } from './reader.ts';

// Shapes: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html

/** A user that an answer names without path and account; both are filled in from other files. */
function userArn(name: string, account = ''): string {
  return `arn:aws:iam::${account}:user/${name}`;
}

const userName = z.string().min(1).max(128);
const arn = z.string().regex(/^arn:[a-z-]+:iam::\d{12}:/);

const user = z.looseObject({
  UserName: userName,
  Arn: arn,
  Path: z.string().nullish(),
  CreateDate: optionalTimestamp,
  PasswordLastUsed: optionalTimestamp,
});

const keyMetadata = z.looseObject({
  UserName: userName,
  AccessKeyId: z.string().regex(/^[A-Z0-9]{16,128}$/),
  Status: z.string(),
  CreateDate: optionalTimestamp,
});

const lastUse = z.looseObject({ LastUsedDate: optionalTimestamp });

const serviceCredential = z.looseObject({
  UserName: userName,
  ServiceName: z.string(),
  ServiceSpecificCredentialId: z.string().min(1).max(128),
  Status: z.string(),
  CreateDate: optionalTimestamp,
  ExpirationDate: optionalTimestamp,
});

const signingCertificate = z.looseObject({
  UserName: userName,
  CertificateId: z.string().min(1).max(128),
  CertificateBody: z.string().nullish(),
  Status: z.string(),
  UploadDate: optionalTimestamp,
});

const sshKey = z.looseObject({
  UserName: userName,
  SSHPublicKeyId: z.string().min(1).max(128),
  Status: z.string(),
  UploadDate: optionalTimestamp,
});

const serverCertificate = z.looseObject({
  ServerCertificateName: z.string(),
  ServerCertificateId: z.string().min(1).max(128),
  Arn: arn,
  UploadDate: optionalTimestamp,
  Expiration: optionalTimestamp,
});

function statusOf(status: string): KeyFact['status'] {
  return status.toLowerCase() === 'active' ? 'active' : 'inactive';
}

/** A kind of answer that is one list of one field. */
function listing<T>(
  command: string,
  field: string,
  schema: z.ZodType<T>,
  words: string,
  add: (item: T, reader: AnswerReader, answer: Answer) => void,
): AnswerKind {
  return {
    command,
    is: (fields) => Array.isArray(fields[field]),
    read(answer, reader) {
      const items = itemsOf(answer.fields[field], schema, command, reader);
      for (const item of items) add(item, reader, answer);
      reader.read(words, items.length);
      noteTruncation(answer, command, reader);
    },
  };
}

const users = listing('aws iam list-users', 'Users', user, 'Users of a listing read.', (item, reader) => {
  reader.ofAccount(item.Arn);
  reader.add(
    'identities',
    awsIdentity({
      source: reader.source,
      arn: item.Arn,
      kind: 'user',
      name: item.UserName,
      created: item.CreateDate,
      lastUsed: item.PasswordLastUsed,
      attributes: { [AWS_ATTRIBUTE.path]: item.Path, [AWS_ATTRIBUTE.consoleLastUsed]: item.PasswordLastUsed },
    }),
  );
});

/** Roles with their trust policies; what they may do is told by the authorisation details alone. */
const roles: AnswerKind = {
  command: 'aws iam list-roles',
  is: ({ Roles, Role }) => Array.isArray(Roles) || (typeof Role === 'object' && Role !== null && 'RoleName' in Role),
  read(answer, reader) {
    const { Roles: many, Role: one } = answer.fields;
    const listed = itemsOf(Array.isArray(many) ? many : [one], roleDetail, this.command, reader);
    for (const role of listed) {
      reader.ofAccount(role.Arn);
      reader.add('identities', roleIdentity(reader.source, role));
      const reading = readPolicyDocument(role.AssumeRolePolicyDocument);
      if ('problem' in reading) {
        reader.gap(
          'unreadable',
          'Trust policies of roles that cannot be read. Who may assume the roles is not judged.',
          role.RoleName,
        );
        continue;
      }
      const place = placeOf(reader.source, role.Arn, 'AssumeRolePolicyDocument');
      reader.add('resourcePolicies', trustPolicy(role.Arn, reading.statements, place));
      for (const trust of trustsOf(role.Arn, reading.statements, NO_PROVIDERS, place)) reader.add('trusts', trust);
    }
    reader.read('Roles of a listing read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

/** Which key id belongs to which user, which the credential report does not tell. */
const accessKeys = listing(
  'aws iam list-access-keys',
  'AccessKeyMetadata',
  keyMetadata,
  'Access keys of a listing read.',
  (key, reader) => {
    const account = awsAccount(key.AccessKeyId);
    if (account !== undefined) reader.accounts.add(account);
    const identity = userArn(key.UserName, account);
    reader.add('keys', {
      provider: 'aws',
      keyId: key.AccessKeyId,
      kind: 'access-key',
      identity,
      status: statusOf(key.Status),
      ...dated('created', key.CreateDate),
      place: placeOf(reader.source, identity, `access key ${key.AccessKeyId}`),
    });
  },
);

const keyLastUsed: AnswerKind = {
  command: 'aws iam get-access-key-last-used',
  is: (fields) => Object.hasOwn(fields, 'AccessKeyLastUsed'),
  read({ fields }, reader) {
    const found = z.looseObject({ UserName: userName, AccessKeyLastUsed: lastUse }).safeParse(fields);
    if (!found.success) {
      reader.gap('unreadable', `An answer of "${this.command}" is malformed. Export it again.`);
      return;
    }
    const { UserName, AccessKeyLastUsed } = found.data;
    const used = AccessKeyLastUsed.LastUsedDate;
    reader.lastUses.push({ user: UserName, ...(typeof used === 'string' ? { lastUsed: used } : {}) });
    reader.read('Last uses of access keys read.');
  },
};

const serviceCredentials = listing(
  'aws iam list-service-specific-credentials',
  'ServiceSpecificCredentials',
  serviceCredential,
  'Service-specific credentials read.',
  (key, reader) => {
    const identity = userArn(key.UserName, awsAccount(key.ServiceSpecificCredentialId));
    reader.add('keys', {
      provider: 'aws',
      keyId: key.ServiceSpecificCredentialId,
      slot: `${AWS_SLOT.service}${key.ServiceName}`,
      // Bedrock's are bearer keys; those of CodeCommit and Keyspaces are a user name and a password.
      kind: /^bedrock|^logs/.test(key.ServiceName) ? 'api-key' : 'password',
      identity,
      status: statusOf(key.Status),
      ...dated('created', key.CreateDate),
      ...dated('expires', key.ExpirationDate),
      place: placeOf(
        reader.source,
        identity,
        `service-specific credential ${key.ServiceSpecificCredentialId} for ${key.ServiceName}`,
      ),
    });
  },
);

const signingCertificates = listing(
  'aws iam list-signing-certificates',
  'Certificates',
  signingCertificate,
  'Signing certificates read.',
  (key, reader) => {
    const identity = userArn(key.UserName);
    reader.add('keys', {
      provider: 'aws',
      keyId: key.CertificateId,
      slot: AWS_SLOT.signing,
      kind: 'certificate',
      identity,
      status: statusOf(key.Status),
      ...dated('created', key.UploadDate),
      ...dated('expires', certificateEnd(key.CertificateBody)),
      place: placeOf(reader.source, identity, `signing certificate ${key.CertificateId}`),
    });
  },
);

const sshKeys = listing(
  'aws iam list-ssh-public-keys',
  'SSHPublicKeys',
  sshKey,
  'SSH public keys read.',
  (key, reader) => {
    const identity = userArn(key.UserName, awsAccount(key.SSHPublicKeyId));
    reader.add('keys', {
      provider: 'aws',
      keyId: key.SSHPublicKeyId,
      slot: AWS_SLOT.ssh,
      kind: 'private-key',
      identity,
      status: statusOf(key.Status),
      ...dated('created', key.UploadDate),
      place: placeOf(reader.source, identity, `SSH public key ${key.SSHPublicKeyId}`),
    });
  },
);

const serverCertificates = listing(
  'aws iam list-server-certificates',
  'ServerCertificateMetadataList',
  serverCertificate,
  'Server certificates read.',
  (key, reader) => {
    reader.ofAccount(key.Arn);
    reader.add('keys', {
      provider: 'aws',
      keyId: key.ServerCertificateId,
      slot: `${AWS_SLOT.server}${key.ServerCertificateName}`,
      kind: 'certificate',
      // It authenticates a load balancer or a distribution, no identity of the account: it stands for itself.
      identity: key.Arn,
      status: 'active',
      ...dated('created', key.UploadDate),
      ...dated('expires', key.Expiration),
      place: placeOf(reader.source, key.Arn),
    });
  },
);

const caller: AnswerKind = {
  command: 'aws sts get-caller-identity',
  is: ({ Account, Arn, UserId }) =>
    typeof Account === 'string' && typeof UserId === 'string' && typeof Arn === 'string',
  read({ fields }, reader) {
    const account = String(fields['Account']);
    if (/^\d{12}$/.test(account)) reader.accounts.add(account);
    reader.read('Answers that name the account read.');
  },
};

function word(count: number | undefined, yes: string, no: string): string | undefined {
  return count === undefined ? undefined : count > 0 ? yes : no;
}

const summary: AnswerKind = {
  command: 'aws iam get-account-summary',
  is: ({ SummaryMap }) => typeof SummaryMap === 'object' && SummaryMap !== null,
  read({ fields, about }, reader) {
    const counts = z.record(z.string(), z.number()).safeParse(fields['SummaryMap']);
    if (!counts.success) {
      reader.gap('unreadable', `An answer of "${this.command}" is malformed. Export it again.`);
      return;
    }
    const account = /(?<!\d)\d{12}(?!\d)/.exec(about ?? '')?.[0] ?? '';
    const root = `arn:aws:iam::${account}:root`;
    const { AccountAccessKeysPresent: keys, AccountMFAEnabled: mfa, AccountPasswordPresent: password } = counts.data;
    reader.add(
      'identities',
      awsIdentity({
        source: reader.source,
        arn: root,
        kind: 'account-root',
        name: 'root',
        attributes: {
          [AWS_ATTRIBUTE.mfa]: word(mfa, 'active', 'none'),
          [AWS_ATTRIBUTE.consolePassword]: word(password, 'enabled', 'disabled'),
        },
      }),
    );
    if (keys !== undefined && keys > 0) {
      reader.add('keys', {
        provider: 'aws',
        slot: AWS_SLOT.summary,
        kind: 'access-key',
        identity: root,
        // The summary counts those that are there; the report tells which are active.
        status: 'active',
        place: placeOf(reader.source, root, 'AccountAccessKeysPresent'),
      });
    }
    reader.read('Account summaries read.');
  },
};

const reportState: AnswerKind = {
  command: 'aws iam generate-credential-report',
  is: (fields) =>
    typeof fields['State'] === 'string' &&
    Object.keys(fields).every((name) => /^(State|Description|About)$/.test(name)),
  read(_, reader) {
    reader.read('Answers that only say that the credential report is being made.');
  },
};

/** Passwords of users. */
const loginProfile: AnswerKind = {
  command: 'aws iam get-login-profile',
  is: ({ LoginProfile }) => typeof LoginProfile === 'object' && LoginProfile !== null,
  read({ fields }, reader) {
    const found = z.looseObject({ UserName: userName, CreateDate: timestamp }).safeParse(fields['LoginProfile']);
    if (!found.success) {
      reader.gap('unreadable', `An answer of "${this.command}" is malformed. Export it again.`);
      return;
    }
    reader.add(
      'identities',
      awsIdentity({
        source: reader.source,
        arn: userArn(found.data.UserName),
        kind: 'user',
        name: found.data.UserName,
        attributes: { [AWS_ATTRIBUTE.consolePassword]: 'enabled' },
      }),
    );
    reader.read('Console passwords read.');
  },
};

/** The report among other answers; alone in a file it is told apart before. */
const report: AnswerKind = {
  command: 'aws iam get-credential-report',
  is: ({ Content, ReportFormat }) => typeof Content === 'string' && ReportFormat !== undefined,
  read({ fields }, reader) {
    const csv = Buffer.from(String(fields['Content']), 'base64').toString('utf8');
    try {
      const { identities, keys, malformed } = readCredentialReport(csv, reader.source, 'the report');
      for (const identity of identities) {
        reader.ofAccount(identity.id);
        reader.add('identities', identity);
      }
      for (const key of keys) reader.add('keys', key);
      reader.read('Rows of the credential report read.', identities.length);
      for (const row of malformed) {
        reader.gap('unreadable', 'Rows of the credential report that are malformed. They were left out.', row);
      }
    } catch (error) {
      if (!(error instanceof BittingError)) throw error;
      reader.gap('unreadable', `An answer of "${this.command}" holds no report that can be read. Export it again.`);
    }
  },
};

export const USER_ANSWERS: readonly AnswerKind[] = [
  users,
  roles,
  accessKeys,
  keyLastUsed,
  serviceCredentials,
  signingCertificates,
  sshKeys,
  serverCertificates,
  caller,
  summary,
  loginProfile,
  report,
  reportState,
];
