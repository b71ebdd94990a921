import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const pdfshift = provider('PDFShift', [
  {
    id: 'pdfshift-api-key',
    title: 'PDFShift API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['pdfshift'],
    anyName: true,
    value: ['sk_', hex(40)],
    rotate: 'Create a second key in the PDFShift dashboard, use it, then delete this one.',
    docs: 'https://docs.pdfshift.io/#authentication',
    verify: basic('api:{value}', 'https://api.pdfshift.io/v3/credits/usage'),
  },
  {
    id: 'pdfshift-api-key-older',
    title: 'PDFShift API key (older form)',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['pdfshift'],
    value: [hex(32)],
    rotate: 'Replace it in the PDFShift dashboard with a key of the newer form and delete it there.',
    docs: 'https://docs.pdfshift.io/#authentication',
    verify: basic('api:{value}', 'https://api.pdfshift.io/v3/credits/usage'),
  },
]);
