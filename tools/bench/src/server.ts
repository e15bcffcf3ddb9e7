// A server in its own process. It answers with fixed bytes, so that only the callers differ.
import { createServer } from 'node:http'

process.once('message', (answers: readonly (readonly [path: string, text: string])[]) => {
  const bytes = new Map(answers.map(([path, text]) => [path, Buffer.from(text)]))
  const server = createServer((request, response) => {
    request.resume()
    const answer = bytes.get(request.url?.split('?', 1)[0] ?? '')
    response.writeHead(answer ? 200 : 404, {
      'content-type': 'application/json',
      'content-length': answer?.length ?? 0,
    })
    response.end(answer)
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})
process.on('disconnect', () => process.exit())
