import type { ResourcePolicy } from '../../../model/grant.ts';

/** Services whose ARNs do not nest: a longer one names something else, such as a role whose path begins the same. */
const FLAT: ReadonlySet<string> = new Set(['iam', 'kms', 'secretsmanager', 'sts']);
const NOTHING: readonly ResourcePolicy[] = [];

/** Services that some policy at a resource is of. */
export function servicesOf(resources: Iterable<string>): ReadonlySet<string> {
  return new Set([...resources].map((resource) => resource.split(':', 3)[2] ?? ''));
}

/**
 * Policies at a resource or at what holds it: that of a bucket for its objects, of a table for its indexes, of a function
 * for its versions.
 */
export function policiesAt(
  byResource: ReadonlyMap<string, readonly ResourcePolicy[]>,
  resource: string,
): readonly ResourcePolicy[] {
  if (byResource.size === 0) return NOTHING;
  const exact = byResource.get(resource);
  if (exact !== undefined) return exact;
  const [, , service = '', , , named] = resource.split(':', 6);
  if (named === undefined || FLAT.has(service)) return NOTHING;
  for (let end = resource.length - 1; end > 0; end--) {
    const c = resource[end];
    if (c !== '/' && c !== ':') continue;
    const held = byResource.get(resource.slice(0, end));
    if (held !== undefined) return held;
  }
  return NOTHING;
}
