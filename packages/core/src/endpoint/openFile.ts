import type { OpenFile } from './Endpoint.ts'

/**
 * Reads the file in an answer. Set this function as the field `download` of endpoints that return a file. Returns
 * undefined if the answer is JSON (after a failed call) or text (from a gateway).
 */
export const openFile: OpenFile = (answer, stop) => {
  const { status, headers } = answer
  const isFile = headers.has('content-disposition') || !/json|text|^$/i.test(headers.get('content-type') ?? '')
  // Read once: `body` may be a getter that creates the stream.
  const file = status < 300 && isFile ? answer.body : null
  if (!file) return undefined
  // The time limit ends when a file begins to arrive; the caller's signal still applies.
  stop.disarm()
  return { status, headers, body: stop.outer ? releaseAfter(file, stop.release) : file }
}

function releaseAfter(file: ReadableStream<Uint8Array>, release: () => void): ReadableStream<Uint8Array> {
  const reader = file.getReader()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read()
          if (!done) return controller.enqueue(value)
          controller.close()
        } catch (error) {
          controller.error(error)
        }
        release()
      },
      cancel: (reason) => {
        release()
        return reader.cancel(reason)
      },
    },
    // Reads nothing before the caller does.
    { highWaterMark: 0 },
  )
}
