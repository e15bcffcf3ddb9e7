import { UploadedFile } from '../answers/serve.ts'

/** The files of a form, by the names of their parts. */
export type Form = Readonly<Record<string, UploadedFile>>

/** Most characters of a boundary, as in RFC 2046. */
const maxBoundary = 70
/** Most parts of a form. A form with more parts is refused; calls have one part. */
const maxParts = 16
/** Most bytes of a part's headers. */
const maxHead = 16 * 1024

const decoder = new TextDecoder()
const encoder = new TextEncoder()
const gap = encoder.encode('\r\n\r\n')

/**
 * Parses the files of a form (multipart/form-data), by the names of their parts. Leaves out parts that WeCom does not
 * treat as a file: `filename` must be in quotes and in raw UTF-8, and `filename*` is ignored.
 */
export function parseForm(body: Uint8Array, contentType: string): Form {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined || boundary.length > maxBoundary) return {}
  return Object.fromEntries(splitParts(body, encoder.encode(`--${boundary}`)).flatMap(readPart))
}

/** Describes a form for the journal, without the content of its files. */
export function describeForm(form: Form): object {
  return Object.fromEntries(
    Object.entries(form).map(([part, { name, type, size }]) => [part, { filename: name, type, size }]),
  )
}

/** Returns the bytes between the boundaries, without the line breaks that belong to the boundaries. */
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

/**
 * Returns the first position of some bytes, or -1 if they do not occur. It reads each byte once (algorithm of Knuth,
 * Morris and Pratt), because a comparison at each position takes minutes for a body that consists of dashes.
 */
export function findBytes(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const fallback = borders(wanted)
  let matched = 0
  for (let at = from; at < bytes.length; at++) {
    while (matched > 0 && bytes[at] !== wanted[matched]) matched = fallback[matched - 1] ?? 0
    if (bytes[at] === wanted[matched]) matched++
    if (matched === wanted.length) return at - matched + 1
  }
  return -1
}

/** Returns for each beginning of `wanted` the length of the longest end of it that is also its beginning. */
function borders(wanted: Uint8Array): number[] {
  const lengths = [0]
  for (let at = 1, length = 0; at < wanted.length; at++) {
    while (length > 0 && wanted[at] !== wanted[length]) length = lengths[length - 1] ?? 0
    if (wanted[at] === wanted[length]) length++
    lengths.push(length)
  }
  return lengths
}
