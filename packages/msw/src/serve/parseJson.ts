/** A byte order mark is left in place: it makes a body no JSON, however it came. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const anyText = new TextDecoder('utf-8', { ignoreBOM: true })

/** The value of a body in JSON. Of any other, and of one that is not UTF-8, the text as far as it can be read. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body))
  } catch {
    return anyText.decode(body)
  }
}
