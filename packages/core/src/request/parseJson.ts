/**
 * Parses JSON as WeCom writes it. Differs from `JSON.parse` in two points:
 * - strings may have unescaped control characters (U+0000 to U+001F), as some nicknames do;
 * - integers beyond `Number.MAX_SAFE_INTEGER` become strings, because numbers would lose digits.
 *
 * @throws {SyntaxError} the text is not JSON.
 */
export function parseJson(text: string): unknown {
  let json = text
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    json = text.replace(stringOrNumber, escapeControls)
    value = JSON.parse(json)
  }
  return sixteenDigits.test(json) ? JSON.parse(json.replace(stringOrNumber, quoteLongInteger)) : value
}

/** Engines search for this about ten times as fast as for `\d{16}`. */
const sixteenDigits = /\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d/
/** The closing quote is optional, so that an unterminated string is scanned once, not again from each quote in it. */
const stringOrNumber = /"[^"\\]*(?:\\[^][^"\\]*)*"?|-?\d[\d.eE+-]*/g

function escapeControls(token: string): string {
  // A control character after a backslash is not an escape, and stays invalid.
  return token.replace(/\\[^]|[^ -\uffff]/g, (part) => (part.length > 1 ? part : JSON.stringify(part).slice(1, -1)))
}

function quoteLongInteger(token: string): string {
  return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token
}
