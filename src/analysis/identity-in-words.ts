import type { Identity } from '../model/identity.ts';

const PROVIDERS: Readonly<Record<string, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  github: 'GitHub',
  'github-actions': 'GitHub Actions',
  'gitlab-ci': 'GitLab CI',
  kubernetes: 'Kubernetes',
};

type Named = Pick<Identity, 'provider' | 'kind' | 'name'>;

/** `AWS user shop-uploader`: what begins a sentence about an identity. */
export function identityInWords(identity: Named): string {
  return `${providerInWords(identity)} ${kindAndName(identity)}`;
}

/** ` of AWS user shop-uploader`, behind something of it; ` of user shop-uploader` where that already names the provider. */
export function ofIdentity(identity: Named, something: string): string {
  return ` of ${something.includes(providerInWords(identity)) ? kindAndName(identity) : identityInWords(identity)}`;
}

function providerInWords({ provider }: Named): string {
  return (Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider] : undefined) ?? provider;
}

function kindAndName({ kind, name }: Named): string {
  return `${kind.replaceAll('-', ' ')} ${name}`;
}
