import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const selectpdf = provider('SelectPdf', [
  {
    id: 'selectpdf-api-key',
    title: 'SelectPdf API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['selectpdf', 'select pdf'],
    value: [uuid],
    rotate: 'Ask SelectPdf support for another key; conversions with this one count against the plan.',
    docs: 'https://selectpdf.com/html-to-pdf-api/',
  },
]);
