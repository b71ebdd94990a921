/** The name that differs from a misspelt one in the fewest characters, where these are few. */
export function nearestTo(misspelt: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(misspelt.length / 4)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - misspelt.length) >= least) continue;
    const distance = distanceBetween(misspelt.toLowerCase(), name.toLowerCase());
    if (distance >= least) continue;
    best = name;
    least = distance;
  }
  return best;
}

/** Characters to insert, remove or replace (Levenshtein, Soviet Physics Doklady 10(8), 1966). */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1));
    }
  }
  return row.at(-1) ?? 0;
}
