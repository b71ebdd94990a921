/**
 * Results of `work` over the items, in their order, with at most `limit` under way. The first rejection rejects; no
 * further item is begun after it.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = Array.from<R>({ length: items.length });
  const queue = items.entries();
  let failed = false;
  const runner = async () => {
    for (const [index, item] of queue) {
      if (failed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, runner));
  return results;
}
