import widthOf from 'fast-string-width'

export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((name, column) => widestOf([name, ...rows.map((row) => row[column] ?? '')]))
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => padTo(cells[column] ?? '', width))
      .join('  ')
      .trimEnd()
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)]
}

export function renderPairs(pairs: readonly (readonly [name: string, value: string])[]): string[] {
  const width = widestOf(pairs.map(([name]) => name))
  return pairs.map(([name, value]) => `${padTo(name, width)}  ${value}`.trimEnd())
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function widestOf(texts: readonly string[]): number {
  // `Math.max(...)` would fail with more than 120,000 arguments.
  return texts.reduce((widest, text) => Math.max(widest, widthOf(text)), 0)
}
