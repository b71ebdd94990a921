import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const ncbi = provider('NCBI', [
  {
    id: 'ncbi-api-key',
    title: 'NCBI E-utilities API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['ncbi', 'pubmed', 'eutils', 'entrez'],
    value: [hex(36)],
    rotate:
      'Open the account settings at ncbi.nlm.nih.gov and replace the key under API Key Management; the old one ends.',
    docs: 'https://support.nlm.nih.gov/kbArticle/?pn=KA-05317',
    verify: get('https://eutils.ncbi.nlm.nih.gov/entrez/eutils/einfo.fcgi?api_key={value}'),
  },
]);
