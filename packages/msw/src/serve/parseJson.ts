import { isNestedWithin } from './isNestedWithin.ts'

/** A byte order mark is left in place: it makes a body no JSON, however it came. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const anyText = new TextDecoder('utf-8', { ignoreBOM: true })

/** Levels of JSON: more than any call has, and no more than can be checked, kept and written again. */
const maxDepth = 64

/**
 * The value of a body in JSON. Of any other, of one that is not UTF-8, and of one that is nested too deep, the text as far
 * as it can be read.
 */
export function parseJson(body: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(body))
    if (isNestedWithin(maxDepth, value)) return value
  } catch {
    // No JSON: its text is all there is.
  }
  return anyText.decode(body)
}
