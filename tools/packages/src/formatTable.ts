/**
 * Formats rows as a text table with aligned columns. The first row is the heading. Numbers are aligned to the right.
 */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  }
  const format = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        /^[\d+-]/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  const [heading = [], ...body] = rows
  return [format(heading), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(format)].join('\n')
}
