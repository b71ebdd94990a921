import type { Technique } from './technique.ts';
import { target } from './technique.ts';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_';

/** Assuming a role with tags for the session, which rights of the role depend on. */
export const TAG_SESSION = 'sts.tag-session';

/**
 * Ways over rights that depend on tags: of whoever acts (`aws:PrincipalTag`), or of what is acted on (`aws:ResourceTag`,
 * `iam:ResourceTag`). They lead on only where rights do depend on tags, so that the calls alone are none.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html
 */
export const TAGS: readonly Technique[] = [
  {
    id: 'iam.tag-user-self',
    category: 'tagging',
    can: 'give itself tags that rights of its own depend on',
    reaches: 'own-rights',
    actor: 'user',
    permissions: [{ action: 'iam:TagUser', on: 'self' }],
    docs: `${IAM}TagUser.html`,
  },
  {
    id: 'iam.tag-role-self',
    category: 'tagging',
    can: 'give itself tags that rights of its own depend on',
    reaches: 'own-rights',
    actor: 'role',
    permissions: [{ action: 'iam:TagRole', on: 'self' }],
    docs: `${IAM}TagRole.html`,
  },
  {
    id: 'iam.tag-user-other',
    category: 'tagging',
    can: 'give {target} tags that its own rights over it depend on',
    reaches: 'user',
    permissions: [target('iam:TagUser')],
    docs: `${IAM}TagUser.html`,
  },
  {
    id: 'iam.tag-role-other',
    category: 'tagging',
    can: 'give {target} tags that its own rights over it depend on',
    reaches: 'role',
    permissions: [target('iam:TagRole')],
    docs: `${IAM}TagRole.html`,
  },
  {
    id: TAG_SESSION,
    category: 'tagging',
    can: 'assume {target} with tags of its own choosing that rights of the role depend on',
    reaches: 'role',
    permissions: [target('sts:AssumeRole'), target('sts:TagSession')],
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
  },
];
