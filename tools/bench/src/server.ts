// A server in its own process, which answers with fixed bytes. It needs less time than `node:http`. All measured
// callers wait for the server, so a slower server would hide the differences between the callers.
import { createServer, type Socket } from 'node:net'

const headEnd = Buffer.from('\r\n\r\n')

process.once('message', (answers: readonly (readonly [path: string, text: string])[]) => {
  const answerOf = new Map(answers.map(([path, text]) => [path, toAnswer('200 OK', text)]))
  const notFound = toAnswer('404 Not Found', '')
  const server = createServer((socket) => {
    socket.setNoDelay().on('error', () => socket.destroy())
    readRequests(socket, (path) => socket.write(answerOf.get(path) ?? notFound))
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})
process.on('disconnect', () => process.exit())

function toAnswer(status: string, text: string): Buffer {
  const length = Buffer.byteLength(text)
  return Buffer.from(`HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${text}`)
}

/**
 * Calls `onRequest` with the path of each request, after the whole request has arrived. A request with a body must have
 * the header `content-length`.
 */
function readRequests(socket: Socket, onRequest: (path: string) => void): void {
  let received: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    for (;;) {
      const end = received.indexOf(headEnd)
      if (end === -1) return
      const head = received.toString('latin1', 0, end)
      const bodyLength = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
      const length = end + headEnd.length + bodyLength
      if (received.length < length) return
      received = received.subarray(length)
      onRequest(head.slice(head.indexOf(' ') + 1, head.indexOf(' HTTP/')).split('?', 1)[0] ?? '')
    }
  })
}
