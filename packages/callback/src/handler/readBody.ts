import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/**
 * Reads the body of a request as UTF-8, whatever its headers say, and stops as soon as it proves too large.
 *
 * @param request - its body must not have been read.
 * @param maxBytes - how many there may be.
 * @throws {WeComCallbackError} `size`: there are more.
 *
 * @example
 * const body = await readBody(request, 128 * 1024)
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (request.bodyUsed) throw new TypeError('The body of the request was read before: keep body parsers away from it')
  if (Number(request.headers.get('content-length')) > maxBytes) throw new WeComCallbackError('size')
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  const reader = request.body?.getReader()
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    size += chunk.value.length
    if (size > maxBytes) {
      // Nobody waits for it: what the sender makes of it does not matter.
      void reader?.cancel().catch(() => {})
      throw new WeComCallbackError('size')
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
  return text + decoder.decode()
}
