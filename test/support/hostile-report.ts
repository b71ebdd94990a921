import type { Report } from '../../src/model/report.ts';
import { sampleReport } from './sample-report.ts';

/** Runs if a page takes it for markup, an attribute, a script, a template or a comment. */
const ATTACK =
  `"'><script>window.hit=1</script><img src=x onerror="window.hit=2"></script><!--<script>` +
  `{{constructor}}{{{this}}}\u2028javascript:window.hit=3 &lt;b&gt; \u202E\u0000`;

/** The sample with the attack added to every text that a repository, a dump or a configuration could set. */
export function hostileReport(): Report {
  return poison(sampleReport()) as Report;
}

const KEPT = new Set([
  'kind',
  'class',
  'severity',
  'confidence',
  'status',
  'state',
  'proof',
  'effect',
  'by',
  'outcome',
]);
const KEPT_TOO = new Set([
  'unit',
  'schema',
  'command',
  'through',
  'system',
  'framework',
  'started',
  'finished',
  'level',
]);

function poison(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return KEPT.has(key) || KEPT_TOO.has(key) ? value : value + ATTACK;
  if (Array.isArray(value)) return value.map((element) => poison(element, key));
  if (typeof value !== 'object' || value === null) return value;
  const openRecord = key === 'policy' || key === 'facts' || key === 'attributes' || key === 'tags';
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [openRecord ? name + ATTACK : name, poison(part, name)]),
  );
}
