/** A file of a form. Its content is at hand: a `File` would give it later only. */
export class UploadedFile extends File {
  readonly content: Uint8Array<ArrayBuffer>

  constructor(content: Uint8Array<ArrayBuffer>, name: string, type: string) {
    super([content], name, { type })
    this.content = content
  }
}
