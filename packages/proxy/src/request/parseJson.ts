import { Refusal } from '../Refusal.ts'

// Levels of nested objects and arrays. The parameters of WeCom are much less deep.
const maxDepth = 32
// The longest documented list has 100,000 items.
const maxValues = 110_000
// The longest documented list of objects has 3,000 items with two fields each.
const maxNames = 20_000

export function parseJson(text: string): unknown {
  // A body of 1 MiB can contain 500,000 values, which would take more memory than a small process has.
  checkSize(text)
  return JSON.parse(text)
}

function checkSize(text: string): void {
  let depth = 0
  let values = 0
  let names = 0
  // Outside of strings: brackets for the depth, colons for field names, and commas for values.
  for (let index = 0; index < text.length; index++) {
    switch (text[index]) {
      case '"':
        index = endOfString(text, index)
        break
      case '[':
      case '{':
        depth++
        values++
        break
      case ']':
      case '}':
        depth--
        break
      case ':':
        names++
        break
      case ',':
        values++
        break
    }
    if (depth > maxDepth) throw new Refusal('field_name')
    if (values > maxValues || names > maxNames) throw new Refusal('too_large')
  }
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index
}
