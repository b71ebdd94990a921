import { provider } from './build/provider.ts';
import { base62, either } from './build/value.ts';
import { get } from './build/verify.ts';

export const branchIo = provider('Branch.io', [
  {
    id: 'branch-secret',
    title: 'Branch secret',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: [either('secret_live_', 'secret_test_'), base62(32, 48)],
    anchors: ['secret_live_', 'secret_test_'],
    pairsWith: { detector: 'branch-key', withinBytes: 600 },
    rotate:
      'Ask Branch support to change the secret under Account Settings, Profile: with the Branch key it reads and alters links and exports data.',
    docs: 'https://help.branch.io/developers-hub/docs/branch-sdks-overview',
    verify: get('https://api2.branch.io/v1/app/{id}?branch_secret={value}'),
  },
  {
    id: 'branch-key',
    title: 'Branch key',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    value: [either('key_live_', 'key_test_'), base62(32)],
    anchors: ['key_live_', 'key_test_'],
    identifier: true,
    rotate: 'Ships inside every app and names it; only the Branch secret needs care.',
    docs: 'https://help.branch.io/developers-hub/docs/branch-sdks-overview',
  },
]);
