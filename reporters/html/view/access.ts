import type { Grant, PolicyStatement, Trust } from '../../../src/model/grant.ts';
import { listed, visible } from '../../text.ts';

const SHOWN = 12;

/** A policy statement in words: `AdministratorAccess (managed): may do anything on every resource`. */
export function grantSentence(grant: Grant, statement: PolicyStatement): string {
  const through = grant.group === undefined ? grant.through : `group ${visible(grant.group)}`;
  const verb = grant.through === 'boundary' ? 'is limited to' : statement.effect === 'Allow' ? 'may' : 'may not';
  const actions =
    statement.actions.length > 0
      ? few(statement.actions, 'do anything')
      : `do anything but ${few(statement.notActions)}`;
  const resources =
    statement.resources.length > 0
      ? few(statement.resources, 'every resource')
      : `every resource but ${few(statement.notResources)}`;
  return `${visible(grant.policy)} (${through}): ${verb} ${actions} on ${resources}${conditions(statement.conditions)}`;
}

const TRUSTED: Readonly<Record<Trust['kind'], string>> = {
  account: 'whoever may assume roles in account ',
  principal: '',
  service: 'service ',
  oidc: 'tokens of OIDC issuer ',
  saml: 'assertions of SAML provider ',
  anyone: 'anyone: ',
};

/** Who is trusted in words: `OIDC issuer …, any subject`. */
export function trustSentence(trust: Trust): string {
  const refused = trust.effect === 'Deny' ? 'refused: ' : '';
  const subjects =
    trust.kind === 'oidc' || trust.kind === 'saml'
      ? `, ${trust.subjects.length === 0 ? 'any subject' : `subject ${few(trust.subjects)}`}`
      : '';
  return `${refused}${TRUSTED[trust.kind]}${visible(trust.trusted)}${subjects}${conditions(trust.conditions)}`;
}

function conditions(all: PolicyStatement['conditions']): string {
  const keys = Object.values(all).flatMap((values) => Object.keys(values));
  return keys.length === 0 ? '' : `, under conditions on ${few(keys)}`;
}

function few(items: readonly string[], all?: string): string {
  if (all !== undefined && items.includes('*')) return all;
  const shown = items.slice(0, SHOWN).map((item) => visible(item));
  const left = items.length - shown.length;
  return listed([...shown, ...(left > 0 ? [`${left} more`] : [])]);
}
