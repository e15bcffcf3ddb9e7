import type { Download } from '@wecom/core'

/** A downloaded file as a stream, with its name, type, size and version from the headers of the answer. */
export interface DownloadedMedia {
  /**
   * The bytes of the file as a stream. Read the stream to its end or cancel it, because the connection stays in use
   * until then.
   */
  body: ReadableStream<Uint8Array>
  contentType: string
  /** Size of `body` in bytes. If `range` is present, `size` is the size of the part, not of the whole file. */
  size?: number | undefined
  /** Name of the file, without folders. The sender of the file chose the name, so do not use it as a path. */
  filename?: string | undefined
  /** Position of the downloaded part in the file. Present only if WeCom sent a part instead of the whole file. */
  range?: DownloadedRange | undefined
  /**
   * Version of the file (ETag). Absent if the server sends none. Parts with different versions belong to different
   * files.
   */
  etag?: string | undefined
}

/** The position of a downloaded part in its file. */
export interface DownloadedRange {
  /** Position of the first byte of the part, from 0. */
  start: number
  /** Position of the last byte of the part. For the last part of a file, `end + 1` equals `total`. */
  end: number
  /** Size of the whole file in bytes. Absent if WeCom does not send the size. */
  total?: number | undefined
}

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

function decode(escaped: string | undefined): string | undefined {
  try {
    return escaped && decodeURIComponent(escaped)
  } catch {
    return undefined
  }
}
