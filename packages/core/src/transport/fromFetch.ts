import type { TransportResponse } from './Transport.ts'

export function fromFetch(response: Response): TransportResponse {
  const { status, headers, body } = response
  return {
    status,
    headers,
    body,
    // The limit applies to the decompressed body.
    text: async (maxBytes) => {
      // Some implementations of `fetch` have no stream, or a Node stream.
      if (!body?.getReader) {
        const text = await response.text()
        return text.length > maxBytes ? undefined : text
      }

      const reader = body.getReader()
      const chunks: Uint8Array<ArrayBuffer>[] = []
      let size = Number(headers.get('content-length')) > maxBytes ? Infinity : 0
      while (size <= maxBytes) {
        const { done, value } = await reader.read()
        // Usually there is one chunk. Node decodes a whole text several times as fast as parts of a text.
        if (done) return chunks[1] ? new Blob(chunks).text() : new TextDecoder().decode(chunks[0])
        size += value.length
        chunks.push(value)
      }
      // Not awaited: it may take as long as the body, or fail like it.
      reader.cancel().catch(() => undefined)
      return undefined
    },
  }
}
