import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

/** What programs hand to libcurl; its options are called alike in C, PHP and most bindings. */
export const curlOptions: readonly Detector[] = [
  {
    id: 'curl-option-password',
    title: 'Password in an option of libcurl',
    provider: 'curl',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: [
        'CURLOPT_USERPWD',
        'CURLOPT_PROXYUSERPWD',
        'CURLOPT_PASSWORD',
        'CURLOPT_PROXYPASSWORD',
        'CURLOPT_KEYPASSWD',
        'CURLOPT_XOAUTH2_BEARER',
      ],
      pattern:
        /CURLOPT_(?:(?:PROXY)?USERPWD[ \t]{0,4}(?:,|=>)[ \t]{0,4}["'][^:"'\n]{1,64}:|(?:(?:PROXY)?PASSWORD|KEYPASSWD|XOAUTH2_BEARER)[ \t]{0,4}(?:,|=>)[ \t]{0,4}["'])(?<secret>[^"'\s$<>{}]{6,512})["']/,
      proof: 'context',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'not-words' },
      { check: 'mixed', classes: 'ld' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Change the password at the host, and let the program read the new one from its environment.',
    docs: 'https://curl.se/libcurl/c/CURLOPT_USERPWD.html',
    examples: {
      match: (make) => [
        exampleLine('curl_easy_setopt(curl, CURLOPT_PASSWORD, "', make(make.base62, 16), '");'),
        exampleLine('curl_setopt($ch, CURLOPT_USERPWD, "ops:', make(make.base62, 12), '");'),
        exampleLine("CURLOPT_PROXYUSERPWD => 'ops:", make(make.base62, 12), "',"),
        exampleLine('easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, "', make(make.base62, 40), '");'),
      ],
      noMatch: () => [
        'curl_easy_setopt(curl, CURLOPT_PASSWORD, password);',
        'curl_easy_setopt(curl, CURLOPT_USERPWD, "user:password");',
        'curl_easy_setopt(curl, CURLOPT_KEYPASSWD, "changeme");',
      ],
    },
  },
];
