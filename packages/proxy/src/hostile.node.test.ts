import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const program = fileURLToPath(new URL('fixtures/hostileServer.node.ts', import.meta.url))
const authorization = 'Bearer session-of-anna'
let server: ChildProcess
let url: string

beforeAll(async () => {
  const flags = ['--max-old-space-size=256', '--conditions=@wecom/source']
  server = spawn(process.execPath, [...flags, program], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [port] = (await once(server.stdout ?? expect.fail('no output'), 'data')) as [Buffer]
  url = `http://127.0.0.1:${port.toString().trim()}/cgi-bin`
})
afterAll(() => {
  server.kill()
})

/**
 * Creates the body of a multipart form. `head` follows `name="media"` in the headers of the first part, `text` is the
 * content of the first part, and `end` contains all further parts.
 */
const form = (head: string, text: string, end: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `--x\r\nContent-Disposition: form-data; name="media"${head}\r\n\r\n${text}\r\n${end}--x--\r\n`,
  )
const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
const size = 2_000_000

const json = 'externalcontact/batch/get_by_user'
const upload = 'media/upload?type=file'
const file = '; filename="a.txt"'

test.each<[string, string, string | Uint8Array<ArrayBuffer>, number]>([
  ['a list of 520,000 numbers', json, `{"userid_list":[${'1,'.repeat(520_000)}1]}`, 413],
  ['a list as long as may be, of nothing that fits', json, `{"userid_list":[${'1,'.repeat(100_000)}1]}`, 200],
  ['100,000 names', json, `{${'"a":1,'.repeat(100_000)}"a":1}`, 413],
  ['a text of 2 MB in a form', upload, form('', JSON.stringify('a'.repeat(size)), ''), 413],
  ['50,000 parts', upload, form(file, '', part.repeat(50_000)), 413],
  ['400,000 headers of a part', upload, form(`${file}${'\r\na:b'.repeat(size / 5)}`, '', ''), 400],
  ['a file name of 2 MB', upload, form(`; filename="${'%22'.repeat(size / 3)}"`, '', ''), 400],
])('a heap of 256 MB survives 20 requests with %s, and others are answered', async (_what, path, body, status) => {
  const type = path === json ? 'application/json' : 'multipart/form-data; boundary=x'
  const headers = { authorization, 'content-type': type }
  for (let count = 0; count < 20; count++) {
    const [hostile, other] = await Promise.all([
      fetch(`${url}/${path}`, { method: 'POST', headers, body }),
      fetch(`${url}/externalcontact/list?userid=anna`, { headers: { authorization } }),
    ])

    expect(hostile.status).toBe(status)
    expect(await hostile.text()).toMatch(
      status === 200 ? /^\{"errcode":40058,/ : /^@wecom.proxy: (The body (is too large|does not match)|A field has)/,
    )
    expect(await other.json()).toMatchObject({ errcode: 0 })
  }
})
