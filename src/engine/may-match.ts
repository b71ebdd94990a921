import { mayBeAssignment } from './assignment.ts';
import type { CompiledDetector } from './compile.ts';
import { meets } from './outline.ts';
import { mayBegin } from './prefix.ts';

/**
 * Looks at the bytes at a hit: a quick test that turns away what cannot match, and may let pass what does not. Nothing
 * beyond the line that the hit stands in is looked at.
 */
export function mayMatchAt(detector: CompiledDetector, bytes: Uint8Array, start: number): boolean {
  const { outline, prefix, generic, maxLength } = detector;
  return (
    mayBegin(prefix, bytes, start) &&
    (!generic || mayBeAssignment(bytes, start)) &&
    (outline === undefined || meets(outline, bytes, start, maxLength))
  );
}
