import { provider } from './build/provider.ts';
import { base62, uuid } from './build/value.ts';
import { get } from './build/verify.ts';

export const marketo = provider('Marketo', [
  {
    id: 'marketo-client-id',
    title: 'Marketo client id',
    kind: 'client-secret',
    identity: 'app',
    severity: 'info',
    names: ['marketo client id', 'marketo clientid', 'marketo api client id', 'marketo id'],
    anyName: true,
    value: [uuid],
    identifier: true,
    rotate: 'Delete the LaunchPoint service it belongs to.',
    docs: 'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication',
  },
  {
    id: 'marketo-client-secret',
    title: 'Marketo client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['marketo'],
    value: [base62(32)],
    pairsWith: { detector: 'marketo-client-id', withinBytes: 600 },
    rotate:
      'Make a new LaunchPoint service for the API-only user under Admin, LaunchPoint, switch over, then delete the one with this secret.',
    docs: 'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication',
    verify: get(
      'https://{munchkin}.mktorest.com/identity/oauth/token?grant_type=client_credentials&client_id={id}&client_secret={value}',
    ),
  },
]);
