/**
 * Whether a text matches a pattern of IAM: `*` stands for any run of characters, `?` for one, nothing else is special.
 * Letters must agree in case, as those of ARNs do.
 *
 * No regular expression is built from the pattern, because policies come from elsewhere. Only the last `*` is ever tried
 * again, so the steps are at most pattern length times text length, and usually their sum.
 */
export function matchesResource(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const c = pattern[p];
    if (c === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (c === '?' || c === text[t])) {
      p++;
      t++;
    } else if (star !== -1) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** The same with letters in either case, as names of actions are compared. */
export function matchesPattern(pattern: string, text: string): boolean {
  return matchesResource(pattern.toLowerCase(), text.toLowerCase());
}

/** True for `*`, `**` and `*:*`. */
export function isEveryAction(pattern: string): boolean {
  return /^\*+(:\*+)?$/.test(pattern);
}

/** The service of a pattern that takes in all of its actions, such as `s3` of `s3:*`, in lower case. */
export function wholeService(pattern: string): string | undefined {
  return /^([a-z0-9-]+):\*+$/i.exec(pattern)?.[1]?.toLowerCase();
}

/** True when a resource pattern leaves nothing out: `*`, `arn:*`, `arn:aws:*`, or all of one service. */
export function isEveryResource(pattern: string, service?: string): boolean {
  if (/^\*+$/.test(pattern)) return true;
  const [scheme, partition = '', owner = '*', ...rest] = pattern.split(':');
  if (scheme !== 'arn' || !(/^\*+$/.test(partition) || partition.startsWith('aws'))) return false;
  const wide = /^\*+$/.test(owner) || (service !== undefined && owner.toLowerCase() === service);
  // `arn:aws:s3:::*`: region and account may be empty, the resource itself must be a wildcard.
  return wide && rest.every(isOpen) && rest.at(-1) !== '';
}

/** Empty or nothing but `*`. */
function isOpen(part: string): boolean {
  return /^\**$/.test(part);
}
