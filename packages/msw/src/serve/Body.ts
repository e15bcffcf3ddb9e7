/** A body in parts: texts, and bytes that are kept as they are sent. Empty where there is none. */
export type Body = readonly (string | Uint8Array<ArrayBuffer>)[]

const encoder = new TextEncoder()

/** The parts as one. */
export function joinParts(body: Body): Uint8Array<ArrayBuffer> {
  const parts = body.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
