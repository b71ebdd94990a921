import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const googleRecaptcha = provider('Google reCAPTCHA', [
  {
    id: 'google-recaptcha-site-key',
    title: 'reCAPTCHA site key',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['recaptcha site key', 'recaptcha public', 'recaptcha client key', 'sitekey'],
    anyName: true,
    value: ['6L', base64url(38)],
    identifier: true,
    rotate: 'The site key stands in every page; only the secret key beside it must change.',
    docs: 'https://developers.google.com/recaptcha/docs/settings',
  },
  {
    id: 'google-recaptcha-secret-key',
    title: 'reCAPTCHA secret key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['recaptcha secret', 'recaptcha private', 'recaptcha server', 'captcha secret', 'captcha private'],
    value: ['6L', base64url(38)],
    pairsWith: { detector: 'google-recaptcha-site-key', withinBytes: 600 },
    rotate:
      'A secret key cannot be replaced alone: register the site again at google.com/recaptcha/admin and put both new keys in place.',
    docs: 'https://developers.google.com/recaptcha/docs/settings',
  },
]);
