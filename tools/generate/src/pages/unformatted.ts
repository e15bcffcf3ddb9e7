/**
 * Returns a Markdown table between comments that tell formatters to skip the table. Formatters would align the columns,
 * and aligned columns would double the size of the table.
 */
export function unformatted(table: string): string {
  return `<!-- prettier-ignore-start -->\n\n${table}\n<!-- prettier-ignore-end -->\n`
}
