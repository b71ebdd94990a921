import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const html2pdf = provider('html2pdf.app', [
  {
    id: 'html2pdf-api-key',
    title: 'html2pdf.app API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['html2pdf'],
    value: [base62(64)],
    rotate: 'Regenerate the key on the html2pdf.app dashboard.',
    docs: 'https://html2pdf.app/documentation/',
  },
]);
