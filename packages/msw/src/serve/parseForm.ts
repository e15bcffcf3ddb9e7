import { UploadedFile } from './UploadedFile.ts'

/** The files of a form, by the names of their parts. */
export type Form = Readonly<Record<string, UploadedFile>>

const decoder = new TextDecoder()

/**
 * The files of a form (multipart/form-data), by the names of their parts. A part that WeCom finds no file in is left out:
 * it wants a `filename` in quotes as raw UTF-8, and does not understand `filename*`.
 */
export function parseForm(body: Uint8Array, contentType: string): Form {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare
  return boundary === undefined ? {} : Object.fromEntries(parts(body, boundary).flatMap(readPart))
}

/** What the journal notes of a form: not the content. */
export function describeForm(form: Form): object {
  return Object.fromEntries(
    Object.entries(form).map(([part, { name, type, size }]) => [part, { filename: name, type, size }]),
  )
}

/** What stands between the boundaries, without the line breaks that belong to them. */
function parts(body: Uint8Array, boundary: string): Uint8Array[] {
  const separator = new TextEncoder().encode(`--${boundary}`)
  const found: Uint8Array[] = []
  for (let start = indexOf(body, separator, 0); start !== -1;) {
    const end = indexOf(body, separator, start + separator.length)
    if (end !== -1) found.push(body.subarray(start + separator.length + 2, end - 2))
    start = end
  }
  return found
}

function readPart(part: Uint8Array): [string, UploadedFile][] {
  const gap = indexOf(part, new TextEncoder().encode('\r\n\r\n'), 0)
  const head = decoder.decode(part.subarray(0, Math.max(gap, 0)))
  const [, name] = /^content-disposition:[^\r\n]*[;\s]name="([^"]*)"/im.exec(head) ?? []
  const [, filename] = /^content-disposition:[^\r\n]*;\s*filename="([^"\r\n]+)"/im.exec(head) ?? []
  const [, filelength] = /^content-disposition:[^\r\n]*;\s*filelength="?(\d+)/im.exec(head) ?? []
  const [, type = 'application/octet-stream'] = /^content-type:\s*([^\r\n]+)/im.exec(head) ?? []
  if (name === undefined || filename === undefined) return []
  const content = new Uint8Array(part.subarray(gap + 4))
  const statedSize = filelength === undefined ? undefined : Number(filelength)
  return [[name, new UploadedFile(content, filename, type, statedSize)]]
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  }
  return -1
}
