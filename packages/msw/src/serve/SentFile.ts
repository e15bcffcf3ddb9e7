/** What an endpoint gives that sends a file in place of JSON. */
export class SentFile {
  /** 200, or 206 for a part. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>

  constructor(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array<ArrayBuffer>) {
    this.status = status
    this.headers = { ...headers, 'content-length': String(body.length) }
    this.body = body
  }
}
