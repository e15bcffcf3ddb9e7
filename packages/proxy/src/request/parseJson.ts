import { Refusal } from '../Refusal.ts'

/** Much deeper than any documented parameter. */
const maxDepth = 32
/** The longest documented list has 100,000 items; the rest of a body is small. */
const maxValues = 110_000
/** The longest documented list of objects has 3,000, with two names each. */
const maxNames = 20_000

/**
 * Parses JSON after checking the size of its content. One MiB can hold 500,000 values; parsing and validating them
 * would take more memory than a small process has.
 *
 * @throws {Refusal} it is too deep, or has too many values or names.
 * @throws {SyntaxError} it is not JSON.
 */
export function parseJson(text: string): unknown {
  checkSize(text)
  return JSON.parse(text)
}

/** Counts characters outside of strings: an opening bracket is a level, a colon a name, a comma one more value. */
function checkSize(text: string): void {
  let depth = 0
  let values = 0
  let names = 0
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

/** Returns the index of the end of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index
}
