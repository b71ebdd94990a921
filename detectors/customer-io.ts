import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic, bearer } from './build/verify.ts';

export const customerIo = provider('Customer.io', [
  {
    id: 'customer-io-app-api-key',
    title: 'Customer.io App API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['customerio', 'customer io', 'cio app', 'cio api'],
    value: [hex(32)],
    rotate:
      'Delete the App API key under Account Settings, API Credentials and create one limited to the addresses that use it.',
    docs: 'https://docs.customer.io/integrations/api/#app-api',
    verify: bearer('https://api.customer.io/v1/workspaces'),
  },
  {
    id: 'customer-io-site-id',
    title: 'Customer.io site id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['customerio site id', 'customer io site id', 'cio site id'],
    anyName: true,
    value: [hex(20)],
    identifier: true,
    rotate: 'It names the workspace and stands in web pages; only the tracking API key that goes with it is secret.',
    docs: 'https://docs.customer.io/integrations/api/#track-api',
  },
  {
    id: 'customer-io-tracking-api-key',
    title: 'Customer.io tracking API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['customerio', 'customer io', 'cio api', 'cio track', 'cio key'],
    value: [hex(20)],
    pairsWith: { detector: 'customer-io-site-id', withinBytes: 600 },
    rotate:
      'Create a second pair of site id and key under Account Settings, API Credentials, move senders over, then delete this one.',
    docs: 'https://docs.customer.io/integrations/api/#track-api',
    verify: basic('{id}:{value}', 'https://track.customer.io/api/v1/accounts/region'),
  },
]);
