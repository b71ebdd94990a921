import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const lessAnnoyingCrm = provider('Less Annoying CRM', [
  {
    id: 'less-annoying-crm-api-key',
    title: 'Less Annoying CRM API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['lessannoying', 'less annoying', 'lacrm'],
    value: [run('A-Za-z0-9-', 57)],
    rotate:
      'Delete the key under Settings, Programmer API in Less Annoying CRM and add another for the one program that needs it.',
    docs: 'https://www.lessannoyingcrm.com/help/api',
  },
]);
