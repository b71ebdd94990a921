import { awsAccount } from '../../model/aws.ts';
import { KEEP, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** An id of the new generation names its account; older ones decode to nonsense, which proves nothing. */
export function awsKeyId(value: string): Verdict {
  return awsAccount(value) === undefined ? KEEP : prove('structure');
}
