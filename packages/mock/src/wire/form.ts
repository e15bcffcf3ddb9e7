import { UploadedFile } from '../answers/serve.ts'

export type Form = Readonly<Record<string, UploadedFile>>

// In characters (RFC 2046).
const maxBoundary = 70
// Real calls have one part.
const maxParts = 16
// Size of the headers of a part, in bytes.
const maxHead = 16 * 1024

const decoder = new TextDecoder()
const encoder = new TextEncoder()
const gap = encoder.encode('\r\n\r\n')

/**
 * Reads the files from a form (multipart/form-data). Like WeCom, it accepts a part as a file only if `filename` is in
 * quotes, in UTF-8 without further encoding. It ignores `filename*`.
 */
export function parseForm(body: Uint8Array, contentType: string): Form {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined || boundary.length > maxBoundary) return {}
  return Object.fromEntries(splitParts(body, encoder.encode(`--${boundary}`)).flatMap(readPart))
}

export function describeForm(form: Form): object {
  return Object.fromEntries(
    Object.entries(form).map(([part, { name, type, size }]) => [part, { filename: name, type, size }]),
  )
}

function splitParts(body: Uint8Array, separator: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = []
  for (let start = findBytes(body, separator, 0); start !== -1 && found.length < maxParts;) {
    const end = findBytes(body, separator, start + separator.length)
    if (end !== -1) found.push(body.subarray(start + separator.length + 2, end - 2))
    start = end
  }
  return found
}

function readPart(part: Uint8Array): [string, UploadedFile][] {
  const end = findBytes(part.subarray(0, maxHead), gap, 0)
  const head = decoder.decode(part.subarray(0, Math.max(end, 0)))
  const [, name] = /^content-disposition:[^\r\n]*[;\s]name="([^"]*)"/im.exec(head) ?? []
  const [, filename] = /^content-disposition:[^\r\n]*;\s*filename="([^"\r\n]+)"/im.exec(head) ?? []
  const [, filelength] = /^content-disposition:[^\r\n]*;\s*filelength="?(\d+)/im.exec(head) ?? []
  const [, type = 'application/octet-stream'] = /^content-type:\s*([^\r\n]+)/im.exec(head) ?? []
  if (name === undefined || filename === undefined) return []
  const content = new Uint8Array(part.subarray(end + gap.length))
  const statedSize = filelength === undefined ? undefined : Number(filelength)
  return [[name, new UploadedFile(content, filename, type, statedSize)]]
}

export function findBytes(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  // The algorithm of Knuth, Morris and Pratt reads each byte once. A comparison at each position would take minutes for
  // a body of dashes only.
  const fallback = borders(wanted)
  let matched = 0
  for (let at = from; at < bytes.length; at++) {
    while (matched > 0 && bytes[at] !== wanted[matched]) matched = fallback[matched - 1] ?? 0
    if (bytes[at] === wanted[matched]) matched++
    if (matched === wanted.length) return at - matched + 1
  }
  return -1
}

function borders(wanted: Uint8Array): number[] {
  // Entry `n` is a number of bytes: that many bytes at the end of `wanted[0..n]` are the same as the first bytes of
  // `wanted`.
  const lengths = [0]
  for (let at = 1, length = 0; at < wanted.length; at++) {
    while (length > 0 && wanted[at] !== wanted[length]) length = lengths[length - 1] ?? 0
    if (wanted[at] === wanted[length]) length++
    lengths.push(length)
  }
  return lengths
}
