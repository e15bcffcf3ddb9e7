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
  /** The version of the file, where the server names one: two parts with different ones are not of one file. */
  etag?: string | undefined
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

/** Reads name, type, size and range of a downloaded file from its headers. */
export function toDownloadedMedia({ headers, body }: Download): DownloadedMedia {
  const length = headers.get('content-length')
  return {
    body,
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    // Under a content encoding the length is that of the packed bytes, and the body comes unpacked.
    size: length === null || headers.has('content-encoding') ? undefined : Number(length),
    filename: readFilename(headers.get('content-disposition') ?? ''),
    range: readRange(headers.get('content-range') ?? ''),
    etag: headers.get('etag') ?? undefined,
  }
}

function readRange(text: string): DownloadedRange | undefined {
  const [, start, end, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(text) ?? []
  return start === undefined
    ? undefined
    : { start: Number(start), end: Number(end), total: total === '*' ? undefined : Number(total) }
}

function readFilename(disposition: string): string | undefined {
  const parameters = new Map(
    Array.from(
      disposition.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g),
      ([, name = '', quoted, plain = '']) => [name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain.trim()],
    ),
  )
  // `UTF-8''%E6%8A%A5.pdf`
  const [, extended] = /^utf-8'[^']*'(.*)$/i.exec(parameters.get('filename*') ?? '') ?? []
  const name = parameters.get('filename') ?? ''
  // WeCom sends names as raw UTF-8, of which `Headers` makes one character for each byte on most runtimes, but not on all.
  const escaped = name.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)
  // A name with folders in it would lead whoever saves the file under it out of their own.
  const last = (decode(extended) ?? decode(escaped) ?? name).replace(/\p{Cc}|.*[/\\]/gsu, '')
  return /^\.{0,2}$/.test(last) ? undefined : last
}

/** Undefined where it is no UTF-8. */
function decode(escaped: string | undefined): string | undefined {
  try {
    return escaped && decodeURIComponent(escaped)
  } catch {
    return undefined
  }
}
