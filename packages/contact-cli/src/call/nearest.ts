export function nearest(word: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => ({ name, distance: editsBetween(word, name) }))
  const [best] = distances.toSorted((one, other) => one.distance - other.distance)
  // A name that differs in more than half of its letters is no useful suggestion.
  return best && best.distance <= Math.max(word.length, best.name.length) / 2 ? best.name : undefined
}

// Levenshtein distance.
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let line = 1; line <= from.length; line++) {
    const next = [line]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
