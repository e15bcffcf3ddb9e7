import { type Socket, connect } from 'node:net'
import type { Caller } from './measureCalls.ts'

export interface RawRequest {
  readonly method: 'GET' | 'POST'
  readonly pathAndQuery: string
  /** JSON. */
  readonly body: string
}

/** Sends the same bytes over connections that are kept. Cheaper than any server, so that the server is what is measured. */
export class RawCaller implements Caller {
  readonly name: string
  readonly #url: URL
  readonly #bytes: Buffer
  readonly #sockets: Socket[] = []
  readonly #free: Socket[] = []

  constructor(name: string, baseUrl: string, { method, pathAndQuery, body }: RawRequest) {
    this.name = name
    this.#url = new URL(baseUrl)
    const head = `${method} ${pathAndQuery} HTTP/1.1\r\nHost: ${this.#url.host}\r\n`
    this.#bytes = Buffer.from(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  /** The body of the answer. */
  readonly call = async (): Promise<string> => {
    const socket = this.#free.pop() ?? this.#open()
    const answer = await exchange(socket, this.#bytes)
    this.#free.push(socket)
    return answer
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #open(): Socket {
    const socket = connect(Number(this.#url.port), this.#url.hostname).setNoDelay()
    this.#sockets.push(socket)
    return socket
  }
}

function exchange(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0)
    const onData = (chunk: Buffer): void => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const body = readBody(received)
      if (body === undefined) return
      socket.off('data', onData).off('error', reject)
      resolve(body)
    }
    socket.on('data', onData).on('error', reject)
    socket.write(request)
  })
}

/** The body of an answer; undefined as long as a part of it is missing. */
function readBody(received: Buffer): string | undefined {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, headEnd))?.[1]
  const bodyStart = headEnd + 4
  const bodyEnd = bodyStart + Number(length)
  return received.length < bodyEnd ? undefined : received.toString('latin1', bodyStart, bodyEnd)
}
