import { Refusal } from '../Refusal.ts'

/** Maximum depth of nested objects and arrays in a JSON body. The parameters of WeCom are much less deep. */
const maxDepth = 32
/** Maximum number of values in a JSON body. The longest documented list has 100,000 items. */
const maxValues = 110_000
/**
 * Maximum number of field names in a JSON body. The longest documented list of objects has 3,000 items with two fields
 * each.
 */
const maxNames = 20_000

/**
 * Parses JSON after checking its depth and its number of values. A body of 1 MiB can contain 500,000 values. Parsing
 * and checking so many values would take more memory than a small process has.
 *
 * @throws {Refusal} the JSON is nested too deeply, or has too many values or field names.
 * @throws {SyntaxError} the text is not JSON.
 */
export function parseJson(text: string): unknown {
  checkSize(text)
  return JSON.parse(text)
}

/**
 * Checks the depth of JSON and its numbers of values and field names, without parsing the JSON. The function counts
 * characters outside of strings: brackets for the depth, colons for field names, and commas for values.
 */
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

/**
 * Returns the index at which a JSON string ends.
 * @param start - index at which the string starts.
 */
function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index
}
