import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { selfSignedCertificate } from '../testing/fixtures/selfSignedCertificate.node.ts'
import { transports } from '../testing/fixtures/transports.node.ts'
import { staticToken } from '../token/staticToken.ts'

// Real failures of connections. connectionFailure.ts has their codes and conditions.

const certificate = selfSignedCertificate()
const trusted = getCACertificates()
const servers: { server: Server; sockets: Set<Socket> }[] = []

afterEach(async () => {
  setDefaultCACertificates(trusted)
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** Starts a server on this machine and returns its port. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    // The client resets connections that a test breaks.
    socket.on('error', () => undefined)
  })
  servers.push({ server, sockets })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Starts a server over TLS that counts its requests. */
async function listenOverTls(): Promise<{ port: number; arrived: () => number }> {
  let requests = 0
  const server = createTlsServer(certificate, (request, response) => {
    requests++
    request.resume().on('end', () => response.end('{"errcode":0,"value":1}'))
  })
  return { port: await listen(server), arrived: () => requests }
}

describe.each(transports)('over %s', (name, transport) => {
  /** Sends a call that must not be sent twice. */
  const send = (baseUrl: string, headers: Record<string, string> = {}): Promise<unknown> =>
    createClient({ token: staticToken('tok'), baseUrl, transport }).request(
      sampleEndpoint('send'),
      { id: 'a' },
      { headers },
    )

  test('a self-signed certificate', async () => {
    const { port, arrived } = await listenOverTls()

    await expect(send(`https://127.0.0.1:${port}`)).rejects.toMatchObject({
      kind: 'network',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      ambiguous: false,
    })
    expect(arrived()).toBe(0)
  })

  test('a certificate of another host', async () => {
    setDefaultCACertificates([...trusted, certificate.cert])
    const { port, arrived } = await listenOverTls()

    expect(await send(`https://127.0.0.1:${port}`)).toEqual({ value: 1 })
    await expect(send(`https://localhost:${port}`)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      ambiguous: false,
    })
    expect(arrived()).toBe(1)
  })

  test('a call is sent once if the certificate is invalid', async () => {
    let connections = 0
    const server = createTlsServer(certificate)
    server.on('connection', () => connections++)
    const client = createClient({
      token: staticToken('tok'),
      baseUrl: `https://127.0.0.1:${await listen(server)}`,
      transport,
      retry: { limit: 3, minDelay: 0 },
    })

    await expect(client.request(sampleEndpoint('read'), { id: 'a' })).rejects.toMatchObject({ ambiguous: false })
    expect(connections).toBe(1)
  })

  test('a server that does not speak TLS', async () => {
    const port = await listen(createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 \r\n\r\n'))))

    await expect(send(`https://127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'ERR_SSL_WRONG_VERSION_NUMBER',
      ambiguous: false,
    })
  })

  test('a handshake that the server closes', async () => {
    const port = await listen(createServer((socket) => socket.once('data', () => socket.end())))

    await expect(send(`https://127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'ECONNRESET', ambiguous: false })
  })

  test('a handshake that the server resets looks like a broken answer, except with undici', async () => {
    const port = await listen(createServer((socket) => socket.once('data', () => socket.resetAndDestroy())))

    await expect(send(`https://127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'ECONNRESET',
      ambiguous: !name.startsWith('undici'),
    })
  })

  test('a connection that the server resets after the request', async () => {
    const port = await listen(createServer((socket) => socket.once('data', () => socket.resetAndDestroy())))

    await expect(send(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'ECONNRESET', ambiguous: true })
  })

  test('a damaged answer over TLS', async () => {
    setDefaultCACertificates([...trusted, certificate.cert])
    const { port, arrived } = await listenOverTls()
    const between = createServer((near) => {
      const far = connect(port, '127.0.0.1').on('error', () => undefined)
      near.pipe(far)
      far.on('data', (chunk) => {
        const last = chunk.length - 1
        if (arrived() > 0) chunk.writeUInt8(chunk.readUInt8(last) ^ 1, last)
        near.write(chunk)
      })
      far.on('end', () => near.end())
    })

    await expect(send(`https://127.0.0.1:${await listen(between)}`)).rejects.toMatchObject({
      kind: 'network',
      ambiguous: true,
    })
    expect(arrived()).toBe(1)
  })

  test('an invalid address, and a header that the runtime refuses', async () => {
    const { send: sendTo } = transport
    const astray = createClient({
      token: staticToken('tok'),
      transport: { send: (request) => sendTo({ ...request, url: 'http://%zz' }) },
    })
    await expect(astray.request(sampleEndpoint('send'), { id: 'a' })).rejects.toMatchObject({
      code: 'ERR_INVALID_URL',
      ambiguous: false,
    })
    await expect(send('http://127.0.0.1', { 'content-length': 'a' })).rejects.toMatchObject({
      code: 'UND_ERR_INVALID_ARG',
      ambiguous: false,
    })
  })
})
