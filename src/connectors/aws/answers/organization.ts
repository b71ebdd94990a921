import { z } from 'zod';
import { noteTruncation, itemsOf } from './reader.ts';
import type { Answer, AnswerKind, AnswerReader } from './reader.ts';

// Shapes: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html

const account = z.looseObject({
  Id: z.string().regex(/^\d{12}$/),
  Arn: z.string(),
  Name: z.string().nullish(),
  Paths: z.array(z.string()).nullish(),
});

const summary = z.looseObject({
  Id: z.string().regex(/^p-\w{8,128}$/),
  Arn: z.string().nullish(),
  Name: z.string().nullish(),
  Type: z.string(),
});

const target = z.looseObject({ TargetId: z.string() });
const parent = z.looseObject({ Id: z.string() });
const unit = z.looseObject({ Id: z.string().regex(/^ou-/), Paths: z.array(z.string()).nullish() });
const policyType = z.looseObject({ Type: z.string(), Status: z.string() });
const root = z.looseObject({ Id: z.string().regex(/^r-/), PolicyTypes: z.array(policyType).nullish() });

const KINDS: Readonly<Record<string, 'scp' | 'rcp'>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

const kindOf = (type: string): 'scp' | 'rcp' | undefined => (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined);

const POLICY = /(?<![0-9A-Za-z])p-\w{8,128}/;
const LEVEL = /(?<![0-9A-Za-z])(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})(?![0-9A-Za-z])/;
const NODE = /(?<![0-9A-Za-z])(?:ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})(?![0-9A-Za-z])/;
const TARGET = new RegExp(`${LEVEL.source}|${NODE.source}`);

/** How to say what a listing is of, which its answer does not tell. */
export function naming(what: string): string {
  return `Name the file after ${what}, or add a field "About" with it: docs/collect-aws.md shows how.`;
}

/** What the answer is about, as far as it has the form asked for. */
function about(
  { about: told }: Answer,
  pattern: RegExp,
  command: string,
  what: string,
  reader: AnswerReader,
): string | undefined {
  const id = told === undefined ? undefined : pattern.exec(told)?.[0];
  if (id === undefined) {
    reader.gap('unreadable', `An answer of "${command}" does not say which ${what} it is about. ${naming('its id')}`);
  }
  return id;
}

const first = (list: unknown): object | undefined => {
  const item: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof item === 'object' && item !== null ? item : undefined;
};

const accounts: AnswerKind = {
  command: 'aws organizations list-accounts',
  is: ({ Accounts }) => Array.isArray(Accounts),
  read(answer, reader) {
    const listed = itemsOf(answer.fields['Accounts'], account, this.command, reader);
    const above = answer.about === undefined ? undefined : LEVEL.exec(answer.about)?.[0];
    for (const { Id, Arn, Name, Paths } of listed) {
      reader.organization.accounts.set(Id, Name ?? Id);
      // Such as `arn:aws:organizations::111122223333:account/o-exampleorgid/444455556666`.
      const [, management, organization] = /^arn:[a-z-]+:organizations::(\d{12}):account\/(o-\w+)\//.exec(Arn) ?? [];
      if (management !== undefined) reader.organization.management.add(management);
      if (organization !== undefined) reader.organization.organizations.set(Id, organization);
      if (above !== undefined) reader.organization.put(Id, above);
      const levels = Paths?.[0]?.split('/').filter((level) => LEVEL.test(level));
      if (levels !== undefined && levels.length > 0) reader.organization.paths.set(Id, levels);
    }
    reader.organization.sources.add(reader.source);
    reader.read('Accounts of the organisation read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

const organization: AnswerKind = {
  command: 'aws organizations describe-organization',
  is: ({ Organization }) =>
    typeof Organization === 'object' && Organization !== null && 'MasterAccountId' in Organization,
  read({ fields }, reader) {
    const found = z.looseObject({ MasterAccountId: z.string().regex(/^\d{12}$/) }).safeParse(fields['Organization']);
    if (!found.success) {
      reader.gap('unreadable', `An answer of "${this.command}" names no management account. Export it again.`);
      return;
    }
    reader.organization.management.add(found.data.MasterAccountId);
    reader.organization.sources.add(reader.source);
    reader.read('Descriptions of the organisation read.');
  },
};

const policies: AnswerKind = {
  command: 'aws organizations list-policies',
  is({ Policies }) {
    const item = first(Policies);
    return item !== undefined && 'Type' in item && 'AwsManaged' in item;
  },
  read(answer, reader) {
    const listed = itemsOf(answer.fields['Policies'], summary, this.command, reader);
    // Of one root, unit or account: `list-policies-for-target` answers the same way.
    const of = answer.about === undefined ? undefined : TARGET.exec(answer.about)?.[0];
    for (const { Id, Arn, Name, Type } of listed) {
      const kind = kindOf(Type);
      if (kind === undefined) continue;
      reader.organization.add({ id: Id, ...(Arn ? { arn: Arn } : {}), name: Name ?? Id, kind, source: reader.source });
      if (of !== undefined) reader.organization.attach(Id, of);
    }
    reader.organization.sources.add(reader.source);
    reader.read('Policies of the organisation listed.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

const policy: AnswerKind = {
  command: 'aws organizations describe-policy',
  is: ({ Policy }) => typeof Policy === 'object' && Policy !== null && 'PolicySummary' in Policy,
  read({ fields }, reader) {
    const found = z.looseObject({ PolicySummary: summary, Content: z.string() }).safeParse(fields['Policy']);
    if (!found.success) {
      reader.gap('unreadable', `An answer of "${this.command}" is malformed. Export it again.`);
      return;
    }
    const { Id, Arn, Name, Type } = found.data.PolicySummary;
    const kind = kindOf(Type);
    if (kind === undefined) {
      reader.read('Policies of the organisation that limit no rights, such as those of tags or backups.');
      return;
    }
    reader.organization.add({
      id: Id,
      ...(Arn ? { arn: Arn } : {}),
      name: Name ?? Id,
      kind,
      content: found.data.Content,
      source: reader.source,
    });
    reader.organization.sources.add(reader.source);
    reader.read('Policies of the organisation read.');
  },
};

const targets: AnswerKind = {
  command: 'aws organizations list-targets-for-policy',
  is({ Targets }) {
    return Array.isArray(Targets) && (Targets.length === 0 || 'TargetId' in (first(Targets) ?? {}));
  },
  read(answer, reader) {
    const id = about(answer, POLICY, this.command, 'policy', reader);
    if (id === undefined) return;
    const listed = itemsOf(answer.fields['Targets'], target, this.command, reader);
    for (const { TargetId } of listed) reader.organization.attach(id, TargetId);
    reader.organization.sources.add(reader.source);
    reader.read('Attachments of policies of the organisation read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

const roots: AnswerKind = {
  command: 'aws organizations list-roots',
  is: ({ Roots }) => Array.isArray(Roots),
  read(answer, reader) {
    for (const { Id, PolicyTypes } of itemsOf(answer.fields['Roots'], root, this.command, reader)) {
      const on = (PolicyTypes ?? []).filter(({ Status }) => Status === 'ENABLED').map(({ Type }) => kindOf(Type));
      const kinds = PolicyTypes ? new Set(on.filter((kind) => kind !== undefined)) : undefined;
      reader.organization.roots.set(Id, kinds);
      reader.read('Roots of the organisation read.');
    }
    reader.organization.sources.add(reader.source);
  },
};

const units: AnswerKind = {
  command: 'aws organizations list-organizational-units-for-parent',
  is: ({ OrganizationalUnits }) => Array.isArray(OrganizationalUnits),
  read(answer, reader) {
    const listed = itemsOf(answer.fields['OrganizationalUnits'], unit, this.command, reader);
    if (listed.length === 0) return;
    const above = listed.some(({ Paths }) => (Paths?.length ?? 0) > 0)
      ? undefined
      : about(answer, LEVEL, this.command, 'root or unit', reader);
    for (const { Id, Paths } of listed) {
      const levels = (Paths?.[0] ?? '').split('/').filter((level) => LEVEL.test(level) && level !== Id);
      const parentId = levels.at(-1) ?? above;
      if (parentId !== undefined) reader.organization.put(Id, parentId);
    }
    reader.organization.sources.add(reader.source);
    reader.read('Units of the organisation read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

const parents: AnswerKind = {
  command: 'aws organizations list-parents',
  is: ({ Parents }) => Array.isArray(Parents),
  read(answer, reader) {
    const child = about(answer, NODE, this.command, 'unit or account', reader);
    const [above] = itemsOf(answer.fields['Parents'], parent, this.command, reader);
    if (child === undefined || above === undefined) return;
    reader.organization.put(child, above.Id);
    reader.organization.sources.add(reader.source);
    reader.read('Places in the organisation read.');
  },
};

const children: AnswerKind = {
  command: 'aws organizations list-children',
  is({ Children }) {
    return Array.isArray(Children) && Children.length > 0 && 'Type' in (first(Children) ?? {});
  },
  read(answer, reader) {
    const above = about(answer, LEVEL, this.command, 'root or unit', reader);
    if (above === undefined) return;
    const listed = itemsOf(answer.fields['Children'], parent, this.command, reader);
    for (const { Id } of listed) reader.organization.put(Id, above);
    reader.organization.sources.add(reader.source);
    reader.read('Places in the organisation read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

export const ORGANIZATION_ANSWERS: readonly AnswerKind[] = [
  organization,
  accounts,
  policies,
  policy,
  targets,
  roots,
  units,
  parents,
  children,
];
