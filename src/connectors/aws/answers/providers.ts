import { z } from 'zod';
import { accountOfArn } from '../../../model/aws.ts';
import { certificateEnd } from '../certificates.ts';
import { optionalTimestamp } from '../dump-format.ts';
import { awsIdentity, dated, placeOf } from '../identities.ts';
import type { IdentityProvider } from '../../../model/grant.ts';
import { naming } from './organization.ts';
import { itemsOf, noteTruncation } from './reader.ts';
import type { Answer, AnswerKind, AnswerReader } from './reader.ts';

const oidcArn = z.string().regex(/^arn:[a-z-]+:iam::\d{12}:oidc-provider\/./);
const samlArn = z.string().regex(/^arn:[a-z-]+:iam::\d{12}:saml-provider\/./);

/** A provider by its ARN, which may lack the account. */
export function providerOf(
  source: string,
  arn: string,
  kind: IdentityProvider['kind'],
  parts: {
    readonly url?: string | null | undefined;
    readonly audiences?: readonly string[];
    readonly created?: string | null | undefined;
    readonly expires?: string | null | undefined;
    readonly attributes?: Readonly<Record<string, string | undefined>>;
  },
): IdentityProvider {
  const account = accountOfArn(arn);
  const attributes = Object.entries(parts.attributes ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    id: arn,
    ...(account === undefined ? {} : { account }),
    kind,
    ...(parts.url ? { url: parts.url } : {}),
    audiences: parts.audiences ?? [],
    ...dated('created', parts.created),
    ...dated('expires', parts.expires),
    attributes: Object.fromEntries(attributes),
    place: placeOf(source, arn),
  };
}

const oidcList: AnswerKind = {
  command: 'aws iam list-open-id-connect-providers',
  is: (fields) => Array.isArray(fields['OpenIDConnectProviderList']),
  read({ fields }, reader) {
    const listed = itemsOf(fields['OpenIDConnectProviderList'], z.looseObject({ Arn: oidcArn }), this.command, reader);
    for (const { Arn } of listed) {
      reader.ofAccount(Arn);
      const url = Arn.slice(Arn.indexOf('/') + 1);
      reader.add('providers', providerOf(reader.source, Arn, 'oidc', { url }));
    }
    reader.read('OpenID Connect providers listed.', listed.length);
  },
};

const oidcProvider = z.looseObject({
  Url: z.string().min(1).max(300),
  ClientIDList: z.array(z.string()).nullish(),
  ThumbprintList: z.array(z.string()).nullish(),
  CreateDate: optionalTimestamp,
});

const oidcOne: AnswerKind = {
  command: 'aws iam get-open-id-connect-provider',
  is: (fields) => typeof fields['Url'] === 'string' && Object.hasOwn(fields, 'ClientIDList'),
  read({ fields, about }, reader) {
    const found = oidcProvider.safeParse(fields);
    if (!found.success) {
      reader.gap('unreadable', `An answer of "${this.command}" is malformed. Export it again.`);
      return;
    }
    const url = found.data.Url.replace(/^https:\/\//, '');
    const named = oidcArn.safeParse(about);
    const arn = named.success ? named.data : `arn:aws:iam:::oidc-provider/${url}`;
    if (named.success) reader.ofAccount(arn);
    reader.add(
      'providers',
      providerOf(reader.source, arn, 'oidc', {
        url,
        audiences: found.data.ClientIDList ?? [],
        created: found.data.CreateDate,
      }),
    );
    reader.read('OpenID Connect providers read.');
  },
};

const samlItem = z.looseObject({ Arn: samlArn, ValidUntil: optionalTimestamp, CreateDate: optionalTimestamp });

const samlList: AnswerKind = {
  command: 'aws iam list-saml-providers',
  is: (fields) => Array.isArray(fields['SAMLProviderList']),
  read({ fields }, reader) {
    const listed = itemsOf(fields['SAMLProviderList'], samlItem, this.command, reader);
    for (const { Arn, ValidUntil, CreateDate } of listed) {
      reader.ofAccount(Arn);
      reader.add('providers', providerOf(reader.source, Arn, 'saml', { created: CreateDate, expires: ValidUntil }));
    }
    reader.read('SAML providers read.', listed.length);
  },
};

const samlOne: AnswerKind = {
  command: 'aws iam get-saml-provider',
  is: (fields) => typeof fields['SAMLMetadataDocument'] === 'string',
  read({ fields, about }, reader) {
    const found = z.looseObject({ ValidUntil: optionalTimestamp, CreateDate: optionalTimestamp }).safeParse(fields);
    const named = samlArn.safeParse(about);
    if (!found.success || !named.success) {
      reader.gap(
        'unreadable',
        `An answer of "${this.command}" does not say which provider it is of. ${naming('its ARN')}`,
      );
      return;
    }
    reader.ofAccount(named.data);
    reader.add(
      'providers',
      providerOf(reader.source, named.data, 'saml', {
        created: found.data.CreateDate,
        expires: found.data.ValidUntil,
        attributes: { issuer: entityOf(String(fields['SAMLMetadataDocument'])) },
      }),
    );
    reader.read('SAML providers read.');
  },
};

/** The issuer's name in SAML metadata: https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf 2.3.2 */
function entityOf(metadata: string): string | undefined {
  return /\sentityID="([^"<&]{1,1024})"/.exec(metadata.slice(0, 10_000))?.[1];
}

// Shapes: https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_Operations.html
const anchor = z.looseObject({
  trustAnchorArn: z.string().regex(/^arn:[a-z-]+:rolesanywhere:/),
  name: z.string(),
  enabled: z.boolean().nullish(),
  createdAt: optionalTimestamp,
  source: z
    .looseObject({
      sourceType: z.string(),
      sourceData: z
        .looseObject({ x509CertificateData: z.string().nullish(), acmPcaArn: z.string().nullish() })
        .nullish(),
    })
    .nullish(),
});

const anchors: AnswerKind = {
  command: 'aws rolesanywhere list-trust-anchors',
  is: (fields) => Array.isArray(fields['trustAnchors']),
  read(answer, reader) {
    const listed = itemsOf(answer.fields['trustAnchors'], anchor, this.command, reader);
    for (const { trustAnchorArn, name, enabled, createdAt, source } of listed) {
      reader.ofAccount(trustAnchorArn);
      reader.add(
        'providers',
        providerOf(reader.source, trustAnchorArn, 'trust-anchor', {
          created: createdAt,
          expires: certificateEnd(source?.sourceData?.x509CertificateData),
          attributes: {
            name,
            enabled: typeof enabled === 'boolean' ? String(enabled) : undefined,
            source: source?.sourceType,
            authority: source?.sourceData?.acmPcaArn ?? undefined,
          },
        }),
      );
    }
    reader.read('Trust anchors of Roles Anywhere read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

const profile = z.looseObject({
  profileArn: z.string().regex(/^arn:[a-z-]+:rolesanywhere:/),
  name: z.string(),
  enabled: z.boolean().nullish(),
  roleArns: z.array(z.string()).nullish(),
  durationSeconds: z.number().nullish(),
  sessionPolicy: z.string().nullish(),
  managedPolicyArns: z.array(z.string()).nullish(),
});

/** Name under which {@link awsIdentity.attributes} say which profiles of Roles Anywhere hand a role out. */
const PROFILE_ATTRIBUTE = 'Roles Anywhere profile';

const profiles: AnswerKind = {
  command: 'aws rolesanywhere list-profiles',
  is: (fields) => Array.isArray(fields['profiles']) && isProfileList(fields['profiles']),
  read(answer, reader) {
    const listed = itemsOf(answer.fields['profiles'], profile, this.command, reader);
    for (const one of listed) {
      reader.ofAccount(one.profileArn);
      for (const arn of one.roleArns ?? []) addRole(arn, one, reader);
    }
    reader.read('Profiles of Roles Anywhere read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

function isProfileList(list: readonly unknown[]): boolean {
  return list.length === 0 || list.some((item) => typeof item === 'object' && item !== null && 'profileArn' in item);
}

function addRole(arn: string, one: z.output<typeof profile>, reader: AnswerReader): void {
  if (!/^arn:[a-z-]+:iam::\d{12}:role\//.test(arn)) return;
  const limited = one.sessionPolicy || (one.managedPolicyArns ?? []).length > 0;
  const words = [
    one.enabled === false ? 'switched off' : 'enabled',
    ...(typeof one.durationSeconds === 'number' ? [`sessions of ${one.durationSeconds} seconds`] : []),
    limited ? 'with a session policy' : 'without a session policy',
  ];
  reader.add(
    'identities',
    awsIdentity({
      source: reader.source,
      arn,
      kind: 'role',
      name: arn.slice(arn.lastIndexOf('/') + 1),
      attributes: { [`${PROFILE_ATTRIBUTE} ${one.name}`]: words.join(', ') },
    }),
  );
}

/** What Roles Anywhere says besides, which no check asks for. */
const subjects: AnswerKind = {
  command: 'aws rolesanywhere list-subjects',
  is: (fields) => Array.isArray(fields['subjects']) || Array.isArray(fields['crls']),
  read(_: Answer, reader) {
    reader.read('Listings of certificate subjects and revocation lists, which no check asks for.');
  },
};

export const PROVIDER_ANSWERS: readonly AnswerKind[] = [
  oidcList,
  oidcOne,
  samlList,
  samlOne,
  anchors,
  profiles,
  subjects,
];
