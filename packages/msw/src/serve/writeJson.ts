import { furtherItem } from './WrittenItems.ts'

const encoder = new TextEncoder()

/** What `JSON.stringify` gives; as bytes where a list has items whose text is kept. */
export function writeJson(value: object): string | Uint8Array<ArrayBuffer> {
  if (!Object.values(value).some(isKept)) return JSON.stringify(value)

  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const parts: Uint8Array[] = []
  for (const [index, [name, field]] of fields.entries()) {
    const start = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`
    if (isKept(field)) addList(parts, start, field)
    else parts.push(encoder.encode(start + JSON.stringify(field)))
  }
  parts.push(encoder.encode('}'))
  return concat(parts)
}

function isKept(field: unknown): field is readonly object[] {
  return Array.isArray(field) && furtherItem(field[0]) !== undefined
}

function addList(parts: Uint8Array[], start: string, items: readonly object[]): void {
  parts.push(encoder.encode(`${start}[`))
  for (const [index, item] of items.entries()) {
    const text = furtherItem(item) ?? encoder.encode(`,${JSON.stringify(item)}`)
    parts.push(index === 0 ? text.subarray(1) : text)
  }
  parts.push(encoder.encode(']'))
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
