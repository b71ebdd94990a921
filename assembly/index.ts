/** First address that the module itself does not use. */
export function heapBase(): usize {
  return __heap_base;
}

export { applyDelta, deltaCopies, deltaResultLength } from './delta';
export { inflate, inflateConsumed } from './inflate';
export { countNewlines, findByte, hashBytes, lineEnd, lineStart } from './lines';
export { mayBegin } from './outlines';
export { findHits, nextHitFrom } from './prefilter';
export { findMoreRuns, findRuns } from './runs';
export { findHitsIn, findMoreRunsIn, findRunsIn, nextHitStart, nextHitWindow } from './search';
export { deltaWindows } from './windows';
export { takeTreeNames } from './tree-entries';
export { treeState } from './tree-state';
export { beginTrees, giveTreeRoom, readTrees } from './trees';
