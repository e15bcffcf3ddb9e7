import type { TransportResponse } from './Transport.ts'

export function fromFetch(response: Response): TransportResponse {
  const { status, headers, body } = response
  return {
    status,
    headers,
    body,
    // The limit applies to the decompressed body.
    text: async (maxBytes) => {
      let text = ''
      // Some implementations of `fetch` have no stream, or a Node stream.
      if (!body?.getReader) {
        text = await response.text()
        return text.length > maxBytes ? undefined : text
      }

      const reader = body.getReader()
      const decoder = new TextDecoder()
      let size = Number(headers.get('content-length')) > maxBytes ? Infinity : 0
      while (size <= maxBytes) {
        const { done, value } = await reader.read()
        if (done) return text + decoder.decode()
        size += value.length
        text += decoder.decode(value, { stream: true })
      }
      // Not awaited: it may take as long as the body, or fail like it.
      reader.cancel().catch(() => undefined)
      return undefined
    },
  }
}
