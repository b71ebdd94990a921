import { prose, type Block } from '../prose.ts';
import type { Detail } from './model.ts';

/** A detail as the template `detail` writes it: with the remediation in blocks. */
export function detailView(detail: Detail): Detail & { readonly fix: readonly Block[] } {
  return { ...detail, fix: prose(detail.remediation ?? '') };
}
