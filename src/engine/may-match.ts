import { mayBeAssignment } from './assignment.ts';
import type { CompiledDetector } from './compile.ts';
import { mayBegin } from './prefix.ts';

/** Looks at the bytes at a hit: a quick test that turns away what cannot match, and may let pass what does not. */
export function mayMatchAt({ prefix, generic }: CompiledDetector, bytes: Uint8Array, start: number): boolean {
  return mayBegin(prefix, bytes, start) && (!generic || mayBeAssignment(bytes, start));
}
