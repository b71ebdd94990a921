import type { RoleAssignment } from '../../model/grant.ts';

type Permission = RoleAssignment['permissions'][number];

/** Whether an action is on the service's management side or on the data inside a resource. */
export type Side = 'control' | 'data';

/**
 * Whether an action pattern of Azure covers an action: `*` stands for any text, slashes included, and case does not
 * count. Takes time in proportion to the lengths multiplied, whatever the pattern.
 * https://learn.microsoft.com/en-us/azure/role-based-access-control/role-definitions
 */
export function coversAction(pattern: string, action: string): boolean {
  const glob = pattern.toLowerCase();
  const text = action.toLowerCase();
  let at = 0;
  let from = 0;
  let star = -1;
  let retry = 0;
  while (from < text.length) {
    if (glob[at] === '*') {
      star = at;
      at += 1;
      retry = from;
    } else if (at < glob.length && glob[at] === text[from]) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      at = star + 1;
      retry += 1;
      from = retry;
    } else return false;
  }
  while (glob[at] === '*') at += 1;
  return at === glob.length;
}

/**
 * The permissions of a role that give an action. What a permission's NotActions name is taken out of its own Actions
 * and denies nothing that another permission or role gives.
 */
export function permissionsGiving(
  permissions: readonly Permission[],
  action: string,
  side: Side,
): readonly Permission[] {
  return permissions.filter((permission) => {
    const [given, left] =
      side === 'control'
        ? [permission.actions, permission.notActions]
        : [permission.dataActions, permission.notDataActions];
    return given.some((pattern) => coversAction(pattern, action)) && !left.some((one) => coversAction(one, action));
  });
}
