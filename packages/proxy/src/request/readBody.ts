import { Refusal, type RefusalReason } from '../Refusal.ts'

export interface BodyLimits {
  readonly maxBytes: number
  // For the whole body, in milliseconds.
  readonly timeout: number
}

// Size of the first buffer. Most bodies are smaller.
const firstBytes = 16 * 1024

export async function readBody(request: Request, { maxBytes, timeout }: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  // The header may be missing or wrong, so `readAll` counts the bytes as well.
  if (Number(request.headers.get('content-length')) > maxBytes) throw new Refusal('too_large')
  if (!request.body) return new Uint8Array()

  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const stop = (reason: RefusalReason): void => reject(new Refusal(reason))
  const leave = (): void => stop('left')
  const reader = request.body.getReader()
  const timer = setTimeout(() => stop('too_slow'), timeout)
  request.signal.addEventListener('abort', leave)
  if (request.signal.aborted) leave()
  try {
    return await Promise.race([stopped, readAll(reader, maxBytes)])
  } finally {
    clearTimeout(timer)
    request.signal.removeEventListener('abort', leave)
    // Leaves the rest unread instead of cancelling it: servers drop it after the answer, but cancelling a form that
    // Node's `fetch` is still writing causes an error that cannot be caught.
    reader.releaseLock()
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  // One buffer that grows, so a body of many small chunks takes no more memory than a body of a few large chunks.
  let bytes = new Uint8Array(Math.min(firstBytes, maxBytes))
  for (let length = 0; ;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal('left')
    })
    if (done) return bytes.subarray(0, length)
    const end = length + value.length
    if (end > maxBytes) throw new Refusal('too_large')
    if (end > bytes.length) bytes = grow(bytes, Math.min(Math.max(end, 2 * bytes.length), maxBytes))
    bytes.set(value, length)
    length = end
  }
}

function grow(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length)
  larger.set(bytes)
  return larger
}
