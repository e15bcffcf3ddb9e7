/**
 * Reads JSON as WeCom writes it. Differs from `JSON.parse` in two points:
 * - control characters (U+0000 to U+001F) may stand unescaped in strings, as they do in some nicknames;
 * - integers beyond `Number.MAX_SAFE_INTEGER` become strings of the same digits, because numbers would lose some.
 *
 * @throws {SyntaxError} the text is not JSON.
 */
export function parseJson(text: string): unknown {
  let json = text
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    json = rewrite(json, true)
    value = JSON.parse(json)
  }
  return sixteenDigits.test(json) && longInteger.test(json) ? JSON.parse(rewrite(json, false)) : value
}

/** Written out, because engines search for it about ten times as fast as for `\d{16}`. */
const sixteenDigits = /\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d/
const longInteger = /[:,[]\s*-?\d{16}/

/** Limits what a hostile text can cost. No answer of WeCom has as many. */
const maxReplacements = 100_000

/** Escapes control characters in strings, or quotes long integers between strings. One pass, whatever the text. */
function rewrite(json: string, inStrings: boolean): string {
  const belongs = inStrings ? /[^ -\uffff]/ : /[-+.\deE]/
  let rewritten = ''
  let end = 0
  let count = 0
  let isString = false
  for (let index = 0; index < json.length && count < maxReplacements; index++) {
    const character = json.charAt(index)
    if (character === '"') isString = !isString
    else if (character === '\\') index++
    else if (isString === inStrings && belongs.test(character)) {
      const start = index
      while (belongs.test(json.charAt(index + 1))) index++
      const token = json.slice(start, index + 1)
      if (!inStrings && !isLongInteger(token)) continue
      rewritten += json.slice(end, start) + (inStrings ? JSON.stringify(token).slice(1, -1) : `"${token}"`)
      end = index + 1
      count++
    }
  }
  return rewritten + json.slice(end)
}

function isLongInteger(number: string): boolean {
  return number.length > 15 && !/[.eE]/.test(number) && !Number.isSafeInteger(Number(number))
}
