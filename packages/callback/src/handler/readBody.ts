import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { within } from './deadline.ts'

// In milliseconds. WeCom itself disconnects after 5 seconds.
const timeToRead = 5_000

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
