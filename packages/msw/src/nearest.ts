/** The three of many words that take the fewest changes of a letter to become this one, the nearest first. */
export function nearest(word: string, words: readonly string[]): string[] {
  return words
    .map((other) => ({ other, changes: changesBetween(word.toLowerCase(), other.toLowerCase()) }))
    .toSorted((one, other) => one.changes - other.changes)
    .slice(0, 3)
    .map(({ other }) => other)
}

/** Letters to put in, take out or replace (Levenshtein), row by row. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [line, letter] of from.split('').entries()) {
    const next = [line + 1]
    for (const [index, target] of to.split('').entries()) {
      const replaced = (row[index] ?? 0) + (letter === target ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
