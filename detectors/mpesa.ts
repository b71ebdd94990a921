import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

/** The passkey of the sandbox, which begins so, is the same for everybody and stands in the documentation. */
const productionPasskey = { ...hex(64), source: '(?!bfb279f9aa9b)[0-9a-f]{64}' };

export const mpesa = provider('M-PESA', [
  {
    id: 'mpesa-consumer-secret',
    title: 'M-PESA Daraja consumer secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['mpesa', 'm pesa', 'safaricom', 'daraja'],
    value: [base62(64)],
    rotate:
      'Delete the app at developer.safaricom.co.ke, create it anew and go live again with its key and secret; look through recent transactions.',
    docs: 'https://developer.safaricom.co.ke/apis/Authorization',
    verify: basic('{id}:{value}', 'https://api.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials'),
  },
  {
    id: 'mpesa-consumer-secret-older',
    title: 'M-PESA Daraja consumer secret (16 characters)',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: [
      'mpesa consumer secret',
      'mpesa secret',
      'mpesa client secret',
      'safaricom consumer secret',
      'daraja consumer secret',
      'mpesa app secret',
    ],
    value: [base62(16)],
    checks: [{ check: 'mixed', classes: 'uld' }],
    rotate: 'Delete the app at developer.safaricom.co.ke, create it anew and go live again with its key and secret.',
    docs: 'https://developer.safaricom.co.ke/apis/Authorization',
  },
  {
    id: 'mpesa-passkey',
    title: 'M-PESA Lipa na M-PESA passkey',
    kind: 'signing-key',
    identity: 'account-root',
    severity: 'high',
    names: ['mpesa', 'm pesa', 'lipa na', 'safaricom', 'daraja', 'passkey'],
    value: [productionPasskey],
    rotate: 'Ask M-PESA business support for another passkey of the short code.',
    docs: 'https://developer.safaricom.co.ke/apis/MpesaExpressSimulate',
  },
]);
