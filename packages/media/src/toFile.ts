export interface ToFileOptions {
  /** Media type, e.g. `image/png`. Default: that of a Blob, or what the name's ending says. */
  readonly type?: string | undefined
}

/** What `toFile` makes a File of. */
export type FileData = Blob | ArrayBuffer | Uint8Array | string | ReadableStream<Uint8Array>

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
 * Makes the File that an upload takes, on every runtime.
 *
 * A stream is read to its end first, as WeCom wants to know the size of what comes. In Node a file on the disk goes
 * without being read into memory: `toFile(await openAsBlob(path), name)`, with `openAsBlob` of `node:fs`.
 *
 * @param data - the content; a string is sent as UTF-8.
 * @param name - what the receiver sees; Chinese is sent as it is.
 * @param options - {@link ToFileOptions}
 * @returns the file.
 *
 * @example
 * const media = await toFile(response.body, '报价单.pdf')
 */
export async function toFile(data: FileData, name: string, { type }: ToFileOptions = {}): Promise<File> {
  const part = await toPart(data)
  return new File([part], name, { type: type ?? (givenType(part) || typeByName(name)) })
}

async function toPart(data: FileData): Promise<BlobPart> {
  if (data instanceof ReadableStream) return new Response(data).blob()
  // A copy, as the bytes of a Uint8Array may be shared with another thread, which no File takes.
  return data instanceof Uint8Array ? new Uint8Array(data) : data
}

function givenType(part: BlobPart): string {
  return part instanceof Blob ? part.type : ''
}

function typeByName(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return (Object.hasOwn(typesByEnding, ending) && typesByEnding[ending]) || 'application/octet-stream'
}
