import { provider } from './build/provider.ts';
import { run, uuid } from './build/value.ts';

export const govukNotify = provider('GOV.UK Notify', [
  {
    id: 'govuk-notify-api-key',
    title: 'GOV.UK Notify API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['notify api', 'notify key', 'notify token', 'govuk notify', 'notifications api'],
    value: [run('A-Za-z0-9_', 1, 60), '-', uuid, '-', uuid],
    rotate:
      'Revoke the key on the API integration page of the service and create another; live keys send mail, texts and letters.',
    docs: 'https://docs.notifications.service.gov.uk/rest-api.html#api-keys',
  },
]);
