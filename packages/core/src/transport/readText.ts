import type { TransportResponse } from './Transport.ts'

/**
 * Reads a body to its end. Counts its bytes after decompression, because a small body may unpack to gigabytes.
 *
 * @param maxBytes - above this the body is cancelled.
 * @returns the text, or undefined if the body is longer than `maxBytes`.
 */
export async function readText(response: TransportResponse, maxBytes: number): Promise<string | undefined> {
  const { body, headers } = response
  // Some implementations of `fetch` have no stream, or one of Node's.
  if (typeof body?.getReader !== 'function') {
    const text = await response.text()
    return text.length > maxBytes ? undefined : text
  }

  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = Number(headers.get('content-length')) > maxBytes ? Infinity : 0
  while (size <= maxBytes) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    text += decoder.decode(value, { stream: true })
  }
  // Nobody waits for it: it may take as long as the body, or fail like it.
  reader.cancel().catch(() => undefined)
  return undefined
}
