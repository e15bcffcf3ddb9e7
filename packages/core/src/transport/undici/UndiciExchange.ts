import { pipeline, Readable } from 'node:stream'
import { createDecoders } from './createDecoders.ts'
import { readConnectionFailure } from '../connectionFailure.ts'
import type { TransportResponse } from '../Transport.ts'

interface Controller {
  abort(reason: Error): void
  pause(): void
  resume(): void
}

export interface ExchangeHandler {
  onRequestStart(controller: Controller): void
  onResponseStart(controller: Controller, status: number, headers: AnswerHeaders): void
  onResponseData(controller: Controller, chunk: Buffer): void
  onResponseEnd(): void
  onResponseError(controller: unknown, error: Error): void
}

type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>

const decoder = new TextDecoder()

/**
 * Handler that undici (an HTTP library) calls during one request. The handler is also the answer to the request: when
 * the headers of the answer have arrived, the promise in the field `answer` resolves to the handler itself. Do not use
 * `status`, `headers`, `body` or `text` before that.
 */
export class UndiciExchange implements ExchangeHandler, TransportResponse {
  status = 0
  readonly answer: Promise<TransportResponse>
  readonly #settle: PromiseWithResolvers<TransportResponse>
  // Names are in lower case.
  #headers: AnswerHeaders = {}
  #controller: Controller | undefined
  #chunks: Buffer[] = []
  #size = 0
  #ended = false
  #failure: { readonly error: unknown } | undefined
  #onChange: (() => void) | undefined

  constructor() {
    this.#settle = Promise.withResolvers()
    this.answer = this.#settle.promise
  }

  stop(reason: unknown): void {
    if (this.#ended || this.#failure) return
    this.#fail(reason)
    // A request that undici has not begun to send stays in its queue. When its turn comes, `onRequestStart` throws, and
    // undici drops it.
    this.#controller?.abort(new Error('stopped'))
  }

  onRequestStart(controller: Controller): void {
    // Throwing removes the request from the queue and keeps the connection open.
    if (this.#failure) throw new Error('stopped before it was sent')
    this.#controller = controller
  }

  onResponseStart(_controller: Controller, status: number, headers: AnswerHeaders): void {
    // Informational answers such as 103 come before the real one.
    if (status < 200) return
    this.status = status
    this.#headers = headers
    this.#settle.resolve(this)
  }

  onResponseData(_controller: Controller, chunk: Buffer): void {
    if (this.#failure) return
    this.#chunks.push(chunk)
    this.#size += chunk.length
    this.#onChange?.()
  }

  onResponseEnd(): void {
    this.#ended = true
    this.#onChange?.()
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#fail(this.#controller ? error : nothingSent(error))
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    this.#settle.reject(error)
    this.#onChange?.()
  }

  get headers(): Headers {
    const headers = new Headers()
    for (const [name, value] of Object.entries(this.#headers)) {
      if (typeof value === 'string') headers.append(name, value)
      else for (const one of value ?? []) headers.append(name, one)
    }
    return headers
  }

  get body(): ReadableStream<Uint8Array> {
    const stream = this.#stream()
    // Reading returns the error. Without a listener, Node would end the process if nobody reads.
    stream.on('error', () => undefined)
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    // Not `Readable.toWeb`: if a reader cancels before the first chunk, Node 24 throws an error that nobody can catch.
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(value)
        },
        cancel: () => void stream.destroy(),
      },
      { highWaterMark: 0 },
    )
  }

  text(maxBytes: number): Promise<string | undefined> {
    if (Number(this.#headers['content-length']) > maxBytes) {
      this.stop('too long')
      return Promise.resolve(undefined)
    }
    if (this.#headers['content-encoding'] !== undefined) return this.#decodedText(maxBytes)
    return new Promise((resolve, reject) => {
      this.#listen(() => {
        if (this.#size > maxBytes) {
          resolve(undefined)
          this.stop('too long')
        } else if (this.#failure) reject(this.#failure.error)
        else if (this.#ended) resolve(decode(this.#chunks))
      })
    })
  }

  async #decodedText(maxBytes: number): Promise<string | undefined> {
    try {
      return await readText(this.#stream(), maxBytes)
    } catch (error) {
      // A decoder would report an empty body as cut off.
      if (this.#ended && this.#size === 0) return ''
      throw error
    }
  }

  #stream(): Readable {
    const raw = new Readable({
      read: () => this.#controller?.resume(),
      destroy: (error, done) => {
        this.stop(error)
        done(error)
      },
    })
    this.#listen(() => {
      for (const chunk of this.#chunks.splice(0)) if (!raw.push(chunk)) this.#controller?.pause()
      if (this.#failure) raw.destroy(this.#failure.error as Error)
      else if (this.#ended) raw.push(null)
    })
    const decoders = createDecoders(String(this.#headers['content-encoding'] ?? ''))
    // Failures reach the last stream as well.
    return decoders.length === 0 ? raw : (pipeline([raw, ...decoders], () => undefined) as unknown as Readable)
  }

  #listen(onChange: () => void): void {
    this.#onChange = onChange
    onChange()
  }
}

async function readText(stream: Readable, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    // Leaving the loop destroys the stream.
    if (size > maxBytes) return undefined
    chunks.push(chunk)
  }
  return decode(chunks)
}

function decode(chunks: readonly Buffer[]): string {
  // Usually there is one chunk, which need not be copied.
  return decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))
}

function nothingSent(error: Error): Error {
  const refusal = /^Proxy response \((\d+)\)/.exec(error.message)
  // A proxy refused the request, a host name was not found, or the pool of connections was closed. Undici has no code
  // for an answer that is not HTTP.
  const code = refusal ? `PROXY_STATUS_${refusal[1]}` : (readConnectionFailure(error).code ?? 'UND_ERR_SOCKET')
  return Object.assign(new Error('nothing was sent'), { code, syscall: 'connect' })
}
