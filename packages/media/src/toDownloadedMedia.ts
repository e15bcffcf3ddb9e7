import type { Download } from '@wecom/core'

/** A file as a stream, with the facts of its headers. */
export interface DownloadedMedia {
  /** Read it to its end, or cancel it: otherwise the connection stays busy. */
  body: ReadableStream<Uint8Array>
  contentType: string
  /** Bytes of `body`; if `range` is present, bytes of that part. */
  size?: number | undefined
  /** The sender's name for the file, without folders. Untrusted: do not use it as a path. */
  filename?: string | undefined
  /** Present only if a part came instead of the whole file. */
  range?: DownloadedRange | undefined
  /** The version of the file, if the server sends one. Parts with different ones do not belong to the same file. */
  etag?: string | undefined
}

/** The position of a part in its file. */
export interface DownloadedRange {
  /** The first byte, counted from 0. */
  start: number
  /** The last byte. In the last part, `end + 1` equals `total`. */
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
    // With a content encoding, content-length counts compressed bytes, but the body comes decompressed.
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
  // WeCom sends names as raw UTF-8. Most runtimes make one character of each byte in `Headers`, some decode it.
  const escaped = name.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)
  // A name with folders could make callers write outside their own folder.
  const last = (decode(extended) ?? decode(escaped) ?? name).replace(/\p{Cc}|.*[/\\]/gsu, '')
  return /^\.{0,2}$/.test(last) ? undefined : last
}

/** The decoded text; undefined if it is not UTF-8. */
function decode(escaped: string | undefined): string | undefined {
  try {
    return escaped && decodeURIComponent(escaped)
  } catch {
    return undefined
  }
}
