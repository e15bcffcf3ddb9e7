import type { BodyEncoding } from './Endpoint.ts'

/**
 * The encoding `multipart/form-data`, for endpoints that upload files. It writes values that are not files as JSON.
 *
 * This code writes the form itself, as a Blob, because the `fetch` of the undici package does not support the global
 * class `FormData`. That `fetch` would send the text `[object FormData]`. This code writes file names in UTF-8, without
 * percent-encoding.
 */
export const multipart: BodyEncoding = { name: 'multipart', encode }

function encode(fields: Readonly<Record<string, unknown>>): Blob {
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

/** Escapes quotes and line breaks in the name of a form field or file, as browsers do. */
function escape(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
