import { count, figure } from '../../reporters/text.ts';
import type { ComparedObjects } from '../history/compare-whole.ts';

/** What `--paranoid` came to, in a line. */
export function comparedLine(repositories: readonly ComparedObjects[]): string {
  const sum = (part: keyof ComparedObjects): number => repositories.reduce((total, each) => total + each[part], 0);
  const [objects, differing, unconfirmed] = [sum('objects'), sum('differing'), sum('unconfirmed')];
  if (repositories.length === 0) return 'Nothing was scanned twice: no history was read.\n';
  const histories = repositories.length === 1 ? '' : ` of ${figure(repositories.length)} histories`;
  const twice = `Scanned twice, by what changed and whole: ${count(objects, 'object')}${histories}`;
  if (differing + unconfirmed === 0) return `${twice}; both agree.\n`;
  const parts = [
    ...(differing > 0 ? [`the two differ in ${figure(differing)}`] : []),
    ...(unconfirmed > 0 ? [`${figure(unconfirmed)} more could not be scanned whole`] : []),
  ];
  return `${twice}; ${parts.join(', and ')}. The report's coverage says which.\n`;
}
