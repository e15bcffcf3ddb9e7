import type { Download } from '@wecom/core'

/** A file on its way, and what its headers say of it. */
export interface DownloadedMedia {
  /** Read it to the end or cancel it, or the connection stays busy. */
  body: ReadableStream<Uint8Array>
  contentType: string
  /** Bytes of `body`: where `range` is there, of that part. */
  size?: number | undefined
  /** As its sender named it, without folders: somebody else's words, so treat it as such. */
  filename?: string | undefined
  /** Only where a part came instead of the whole file. */
  range?: DownloadedRange | undefined
}

/** Where a part stands in its file. */
export interface DownloadedRange {
  /** Of the first byte, counted from 0. */
  start: number
  /** Of the last byte. In the last part `end + 1` equals `total`. */
  end: number
  /** Bytes of the whole file. */
  total?: number | undefined
}

/**
 * Reads the headers of a downloaded file. `getMedia` and `getHdVoice` have done that already: this one is for
 * `client.request(getMediaEndpoint, …)`.
 *
 * @param download - result of the endpoint.
 * @returns the file with name, type and size.
 *
 * @example
 * const { filename, body } = toDownloadedMedia(await client.request(getMediaEndpoint, { media_id: 'm1' }))
 */
export function toDownloadedMedia({ headers, body }: Download): DownloadedMedia {
  return {
    body,
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    size: readSize(headers),
    filename: readFilename(headers.get('content-disposition') ?? ''),
    range: readRange(headers.get('content-range') ?? ''),
  }
}

/** Under a content encoding the length is that of the packed bytes, and the body comes unpacked. */
function readSize(headers: Headers): number | undefined {
  const length = headers.get('content-length')
  return length === null || headers.has('content-encoding') ? undefined : Number(length)
}

function readRange(text: string): DownloadedRange | undefined {
  const [, start, end, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(text) ?? []
  if (start === undefined) return undefined
  return { start: Number(start), end: Number(end), total: total === '*' ? undefined : Number(total) }
}

function readFilename(disposition: string): string | undefined {
  const parameters = new Map<string, string>()
  for (const [, name = '', value = ''] of disposition.matchAll(/;\s*([\w*-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g)) {
    parameters.set(name.toLowerCase(), unquote(value.trim()))
  }
  const name = decodeExtended(parameters.get('filename*')) ?? decodeUtf8(parameters.get('filename') ?? '')
  // A name with folders in it would lead whoever saves the file under it out of their own.
  const last = name
    .replace(/\p{Cc}/gu, '')
    .split(/[/\\]/)
    .at(-1)
  return last === '' || last === '.' || last === '..' ? undefined : last
}

function unquote(value: string): string {
  return value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value
}

/** `UTF-8''%E6%8A%A5.pdf` */
function decodeExtended(value: string | undefined): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(value ?? '') ?? []
  if (encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

/** WeCom sends names as raw UTF-8, of which `Headers` makes one character for each byte on most runtimes, but not on all. */
function decodeUtf8(text: string): string {
  const codes = Array.from(text, (character) => character.charCodeAt(0))
  if (codes.some((code) => code > 0xff)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes))
  } catch {
    return text
  }
}
