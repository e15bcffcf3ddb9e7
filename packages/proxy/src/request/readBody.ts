import { Refusal, type RefusalReason } from '../Refusal.ts'

export interface BodyLimits {
  readonly maxBytes: number
  /** Milliseconds. */
  readonly timeout: number
}

/**
 * Reads a body to its end. What it says of its own length ends it early, but is not believed.
 *
 * @throws {Refusal} it is too large, too slow, or breaks off.
 */
export async function readBody(request: Request, { maxBytes, timeout }: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw new Refusal('too_large')
  if (!request.body) return new Uint8Array()

  const { promise: stopped, resolve: stop } = Promise.withResolvers<RefusalReason>()
  const leave = (): void => stop('left')
  const reader = request.body.getReader()
  const timer = setTimeout(() => stop('too_slow'), timeout)
  request.signal.addEventListener('abort', leave)
  if (request.signal.aborted) leave()
  try {
    return await readAll(reader, maxBytes, stopped)
  } finally {
    clearTimeout(timer)
    request.signal.removeEventListener('abort', leave)
    reader.releaseLock()
  }
}

/**
 * What is not wanted any more is left unread, not cancelled: servers drop it after the answer, while a form that
 * Node's `fetch` is still writing would answer the cancelling with an error that nobody can catch.
 */
async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  stopped: Promise<RefusalReason>,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for (let length = 0; ;) {
    const next = await Promise.race([reader.read().catch(() => 'left' as const), stopped])
    if (typeof next === 'string') throw new Refusal(next)
    if (next.done) return join(chunks, length)
    length += next.value.length
    if (length > maxBytes) throw new Refusal('too_large')
    chunks.push(next.value)
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let start = 0
  for (const chunk of chunks) {
    bytes.set(chunk, start)
    start += chunk.length
  }
  return bytes
}
