/** Returns a Markdown table. `npm run format` aligns its columns. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inCell).join(' | ')} |\n`).join('')
}

export function link(text: string, target: string): string {
  return `[${text}](${target})`
}

export function code(text: string): string {
  return `\`${text}\``
}

function inCell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll(/\s+/g, ' ')
}
