import type { OpenFile } from './Endpoint.ts'

/**
 * The download of endpoints that answer with a file: `download: openFile`. A failure comes in place of the file: as JSON,
 * or, from a gateway, as a page of text.
 */
export const openFile: OpenFile = (answer, release) => {
  const { status, headers } = answer
  const isFile = headers.has('content-disposition') || !/json|text|^$/i.test(headers.get('content-type') ?? '')
  // `body` may be made when it is asked for.
  const file = status < 300 && isFile ? answer.body : null
  return file && release ? releaseAfter(file, release) : (file ?? undefined)
}

/** The same file; calls `release` once the file was read to its end, broke off, or was cancelled. */
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
    // Nothing is read before somebody asks for it.
    { highWaterMark: 0 },
  )
}
