/** A file of a form. Its content is at hand: a `File` would give it later only. */
export class UploadedFile extends File {
  readonly content: Uint8Array<ArrayBuffer>
  /** Bytes, by `filelength` of the form. */
  readonly statedSize: number | undefined

  constructor(content: Uint8Array<ArrayBuffer>, name: string, type: string, statedSize?: number) {
    super([content], name, { type })
    this.content = content
    this.statedSize = statedSize
  }
}
