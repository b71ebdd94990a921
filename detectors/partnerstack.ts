import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const key = alnum(64);

export const partnerstack = provider('PartnerStack', [
  {
    id: 'partnerstack-api-key',
    title: 'PartnerStack API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['partnerstack', 'partner stack'],
    value: [key],
    rotate:
      'Roll the key in PartnerStack under Settings > Integrations; partners and their payouts can be read with it.',
    docs: 'https://docs.partnerstack.com/docs/partnerstack-api',
    verify: bearer('https://api.partnerstack.com/api/v2/partnerships'),
  },
]);
