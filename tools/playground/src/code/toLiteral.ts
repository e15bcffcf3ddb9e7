/** Maximum number of characters in a line of code. Longer lines are wrapped. */
const maxWidth = 80

/**
 * Returns a value as TypeScript code. For a `File`, the code reads the file with the same name from the current folder.
 */
export function toLiteral(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof File) {
    const name = quote(value.name)
    return `new File([await readFile(${name})], ${name}, { type: ${quote(value.type)} })`
  }
  if (Array.isArray(value)) {
    return formatItems(['[', ']'], value, indent, (item, inner) => toLiteral(item, inner))
  }
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return formatItems(['{ ', ' }'], entries, indent, ([key, each], inner) => `${toKey(key)}: ${toLiteral(each, inner)}`)
}

/** Returns the code of a list or object: on one line if it fits, otherwise with one line for each item. */
function formatItems<Item>(
  [open, close]: readonly [open: string, close: string],
  items: readonly Item[],
  indent: string,
  write: (item: Item, indent: string) => string,
): string {
  if (items.length === 0) return (open + close).replaceAll(' ', '')
  const inner = `${indent}  `
  const written = items.map((item) => write(item, inner))
  const line = `${open}${written.join(', ')}${close}`
  if (indent.length + line.length <= maxWidth && !line.includes('\n')) return line
  return `${open.trim()}\n${written.map((item) => `${inner}${item},\n`).join('')}${indent}${close.trim()}`
}

function quote(text: string): string {
  return `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)}'`
}

function toKey(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : quote(name)
}
