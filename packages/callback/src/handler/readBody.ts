import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { within } from './deadline.ts'

/** Maximum time for reading the body of a request, in milliseconds. WeCom itself disconnects after 5 seconds. */
const timeToRead = 5_000

/**
 * Reads the body of a request as UTF-8, even if the headers name another encoding.
 *
 * @param request - a request whose body has not been read yet.
 * @param maxBytes - the maximum size of the body, in bytes.
 * @throws {WeComCallbackError} `size`: the body is larger than `maxBytes`. `timeout`: the body does not arrive within 5
 * seconds.
 * @throws {TypeError} the body of the request has already been read.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (request.bodyUsed)
    throw new TypeError('The body of the request was read before: use no body parser in front of the callback handler')
  if (Number(request.headers.get('content-length')) > maxBytes) throw new WeComCallbackError('size')
  const reader = request.body?.getReader()
  if (!reader) return ''
  try {
    const text = await within(timeToRead, readText(reader, maxBytes), undefined)
    if (text === undefined) throw new WeComCallbackError('timeout')
    return text
  } catch (error) {
    // Not awaited: the outcome does not matter.
    void reader.cancel().catch(() => {})
    throw error
  }
}

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for (let chunk = await reader.read(); chunk.value; chunk = await reader.read()) {
    size += chunk.value.length
    if (size > maxBytes) throw new WeComCallbackError('size')
    text += decoder.decode(chunk.value, { stream: true })
  }
  return text + decoder.decode()
}
