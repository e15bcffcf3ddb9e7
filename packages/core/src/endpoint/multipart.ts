import type { BodyEncoding } from './Endpoint.ts'

/**
 * The encoding `multipart/form-data`, for endpoints that upload files. All other fields contain JSON, so a string is in
 * quotes.
 */
export const multipart: BodyEncoding = { name: 'multipart', encode }

function encode(fields: Readonly<Record<string, unknown>>): Blob {
  // Not a FormData: the `fetch` of the undici package would send the global class as the text `[object FormData]`.
  // Lower case, because a Blob lowercases its type.
  const boundary = `wecom-sdk-${Array.from(crypto.getRandomValues(new Uint8Array(16)), toHex).join('')}`
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${boundary}\r\n`, ...encodePart(name, value), '\r\n'],
  )
  return new Blob([...parts, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` })
}

function encodePart(name: string, value: unknown): BlobPart[] {
  const disposition = `Content-Disposition: form-data; name="${escape(name)}"`
  if (!(value instanceof Blob)) return [`${disposition}\r\n\r\n${JSON.stringify(value)}`]
  const filename = value instanceof File ? value.name : 'blob'
  const type = value.type || 'application/octet-stream'
  return [`${disposition}; filename="${escape(filename)}"\r\nContent-Type: ${type}\r\n\r\n`, value]
}

function escape(name: string): string {
  // Browsers escape names in the same way. Chinese names stay in UTF-8.
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
