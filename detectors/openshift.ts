import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const openshift = provider('OpenShift', [
  {
    id: 'openshift-user-token',
    title: 'OpenShift user token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['sha256~', base64url(43)],
    rotate:
      'Run `oc logout` with the token or delete it with `oc delete useroauthaccesstokens`; CI should use short-lived service account tokens.',
    docs: 'https://docs.openshift.com/container-platform/latest/authentication/managing-oauth-access-tokens.html',
  },
]);
