/** A table that formatters leave alone: aligned columns would double its size. */
export function unformatted(table: string): string {
  return `<!-- prettier-ignore-start -->\n\n${table}\n<!-- prettier-ignore-end -->\n`
}
