import { Refusal } from '../Refusal.ts'

/** Deeper than any documented parameter by far. */
const maxDepth = 32
/** The longest documented list has 100,000 members; beside it, a body holds little. */
const maxValues = 110_000
/** The longest documented list of objects has 3,000, with two names each. */
const maxNames = 20_000

/**
 * Parses JSON once a look at its text has shown that it is small enough. One MiB can hold 500,000 values, and what is
 * built of them, and said of each by a schema, takes more memory than a small process has.
 *
 * @throws {Refusal} it is too deep, or holds too many values or names.
 * @throws {SyntaxError} it is no JSON.
 */
export function parseJson(text: string): unknown {
  checkSize(text)
  return JSON.parse(text)
}

/** Counts what stands outside of strings: an opening bracket is a level, a colon a name, a comma one more value. */
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

/** Where the string ends that begins at `start`. */
function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index
}
