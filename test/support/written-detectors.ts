/** A file of one custom detector, as its author writes it; nothing in it looks live. */
export function writtenDetectors(id = 'acme-service-token'): string {
  return `version: 1
detectors:
  - id: ${id}
    title: ACME service token
    provider: ACME
    kind: access-token
    identity: service-account
    severity: high
    match:
      anchors: [acme_]
      pattern: '(?<!\\w)acme_[a-z0-9]{32}(?!\\w)'
      proof: format
    checks: [not-placeholder, { check: entropy, min: 3 }]
    rotate: Revoke the token at https://acme.example.com/tokens and make a new one.
    verify: { method: GET, url: 'https://acme.example.com/me', headers: { authorization: 'Bearer {value}' } }
    docs: https://acme.example.com/docs
    examples:
      match:
        - { text: 'ACME_TOKEN={{secret}}', secret: 'acme_{{lowerAlnum 32}}' }
      noMatch: ['ACME_TOKEN=acme_{{lowerAlnum 12}} {{ left as it is }}']
`;
}
