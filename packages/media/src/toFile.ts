export interface ToFileOptions {
  /**
   * Media type of the file, e.g. `image/png`. Default: if `data` is a Blob with a type, this type. Otherwise the type
   * for the extension of the file name.
   */
  readonly type?: string | undefined
}

/** The content that `toFile` accepts. A Node.js stream is an `AsyncIterable`. */
export type FileData =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | string
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>

const typesByEnding: Readonly<Record<string, string>> = {
  amr: 'audio/amr',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/**
 * Creates a `File` for an upload. It works on every runtime.
 *
 * If `data` is a stream, the function reads it to its end, because WeCom requires the size of an upload. On Node.js,
 * use `toFile(await openAsBlob(path), name)` with `openAsBlob` of `node:fs` to upload a file without reading it into
 * memory first.
 *
 * @param data - the content of the file. A string is encoded as UTF-8.
 * @param name - the file name that the receiver sees. It may contain Chinese characters.
 * @param options - {@link ToFileOptions}
 * @returns the file.
 * @throws {TypeError} `data` has another type, or is a stream that contains something other than bytes and strings.
 *
 * @example
 * const media = await toFile(response.body, '报价单.pdf')
 */
export async function toFile(data: FileData, name: string, { type }: ToFileOptions = {}): Promise<File> {
  const part = await toPart(data)
  return new File([part], name, { type: type ?? (givenType(part) || typeByName(name)) })
}

async function toPart(data: unknown): Promise<BlobPart> {
  if (typeof data === 'string' || data instanceof Blob || data instanceof ArrayBuffer) return data
  // A copy, because File refuses bytes that are shared with another thread.
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  if (data instanceof ReadableStream) return new Response(data).blob()
  if (isAsyncIterable(data)) return joinParts(data)
  // Callers in JavaScript may pass any value. Without this error, the file would contain `[object Object]`.
  throw new TypeError('toFile takes a string, a Blob, bytes, or a stream of bytes')
}

function isAsyncIterable(data: unknown): data is AsyncIterable<unknown> {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data
}

async function joinParts(chunks: AsyncIterable<unknown>): Promise<Blob> {
  const parts: BlobPart[] = []
  for await (const chunk of chunks) parts.push(await toPart(chunk))
  return new Blob(parts)
}

function givenType(part: BlobPart): string {
  return part instanceof Blob ? part.type : ''
}

function typeByName(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return (Object.hasOwn(typesByEnding, ending) && typesByEnding[ending]) || 'application/octet-stream'
}
