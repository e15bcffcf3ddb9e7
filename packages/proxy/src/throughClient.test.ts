import { batchGetContactsByUserEndpoint, getContact, listContactIds, updateContactRemark } from '@wecom/contacts'
import { paginateItems } from '@wecom/core'
import { downloadInParts, getMedia, uploadAttachment, uploadMedia } from '@wecom/media'
import { expect, test, vi } from 'vitest'
import { createTestProxy, get, uploadedFile } from './fixtures/createTestProxy.ts'

const ok = { errcode: 0, errmsg: 'ok' }

/**
 * Creates an entry for an answer of `batchGetContactsByUser`: a customer whom the member `anna` serves. `name` is the
 * name and the id of the customer.
 */
const entry = (name: string): object => ({
  external_contact: { external_userid: name, name, avatar: '', type: 1, gender: 0 },
  follow_info: { userid: 'anna', remark: '', description: '', createtime: 1, add_way: 1, oper_userid: 'anna' },
})

/** Creates an answer that contains one part of a file. `range` is the value of the header `content-range`. */
const part = (text: string, range: string): Response =>
  new Response(text, { status: 206, headers: { 'content-type': 'video/mp4', 'content-range': range } })

test('JSON: call and result are the same as without a proxy', async () => {
  const { client, sent } = createTestProxy([ok, { ...ok, external_userid: ['wm1'], later: { field: [1] } }])
  const remark = { userid: 'anna', external_userid: 'wm1', remark: '李总 ✓', remark_mobiles: ['1'] }

  expect(await updateContactRemark(client, remark)).toEqual({})
  expect(await listContactIds(client, { userid: 'a+b & 王' })).toEqual({
    external_userid: ['wm1'],
    later: { field: [1] },
  })
  expect(sent).toMatchObject([
    { method: 'POST', path: '/cgi-bin/externalcontact/remark', query: {}, token: 'test-token', body: remark },
    { method: 'GET', path: '/cgi-bin/externalcontact/list', query: { userid: 'a+b & 王' }, token: 'test-token' },
  ])
})

test('JSON: special characters of URLs stay in the value', async () => {
  const { client, sent } = createTestProxy([{ ...ok, external_userid: [] }])
  await listContactIds(client, { userid: 'a&access_token=b#/../%00?x=' })

  expect(sent).toMatchObject([{ query: { userid: 'a&access_token=b#/../%00?x=' }, token: 'test-token' }])
})

test('paging: all pages', async () => {
  const { client, sent } = createTestProxy([
    { ...ok, external_contact_list: [entry('a'), entry('b')], next_cursor: 'x+/=' },
    { ...ok, external_contact_list: [entry('c')], next_cursor: '' },
  ])
  const names: string[] = []
  for await (const item of paginateItems(client, batchGetContactsByUserEndpoint, { userid_list: ['anna'] })) {
    names.push(item.external_contact.name ?? '')
  }

  expect(names).toEqual(['a', 'b', 'c'])
  expect(sent.map(({ body }) => body)).toEqual([{ userid_list: ['anna'] }, { userid_list: ['anna'], cursor: 'x+/=' }])
})

test('upload: the file arrives unchanged, with its name and type', async () => {
  const uploaded = { ...ok, type: 'file', media_id: 'm1', created_at: '1700000000' }
  const { client, ...upstream } = createTestProxy([uploaded])
  const media = new File([Uint8Array.of(0, 255, 13, 10, 0, 1)], '报价 "单".pdf', { type: 'application/pdf' })

  expect(await uploadMedia(client, { type: 'file', media })).toMatchObject({ media_id: 'm1' })
  expect(upstream.sent).toMatchObject([{ path: '/cgi-bin/media/upload', query: { type: 'file' }, token: 'test-token' }])
  const arrived = uploadedFile(upstream)
  expect([arrived.name, arrived.type]).toEqual(['报价 "单".pdf', 'application/pdf'])
  expect([...(await arrived.bytes())]).toEqual([0, 255, 13, 10, 0, 1])
})

test('upload: numbers beside the file', async () => {
  const { client, sent } = createTestProxy([{ ...ok, type: 'image', media_id: 'm1', created_at: 1 }])
  const png = Uint8Array.of(
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    0,
    0,
    0,
    13,
    73,
    72,
    68,
    82,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    1,
  )
  await uploadAttachment(client, { media_type: 'image', attachment_type: 2, media: new File([png], 'a.png') })

  expect(sent).toMatchObject([{ query: { media_type: 'image', attachment_type: '2' } }])
})

test('upload: a file that is too large for the proxy', async () => {
  const { client, sent } = createTestProxy([], { maxUploadBytes: 100 })
  const uploading = uploadMedia(client, { type: 'file', media: new File(['x'.repeat(101)], 'a.txt') })

  await expect(uploading).rejects.toMatchObject({ kind: 'http', status: 413, ambiguous: false })
  expect(sent).toEqual([])
})

test('download: the file with its name, without other headers of WeCom', async () => {
  const headers = {
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="a.png"; filename*=UTF-8''%E6%8A%A5.png`,
    'content-length': '7',
    'set-cookie': 'wecom=1',
    server: 'nginx/1.2',
    'x-upstream': '10.1.2.3',
  }
  const { client, proxy } = createTestProxy([
    new Response('picture', { headers }),
    new Response('picture', { headers }),
  ])
  const { filename, contentType, size, range, body } = await getMedia(client, { media_id: 'm1' })

  expect({ filename, contentType, size, range }).toEqual({
    filename: '报.png',
    contentType: 'image/png',
    size: 7,
    range: undefined,
  })
  expect(await new Response(body).text()).toBe('picture')
  const raw = await proxy(new Request('https://crm.example.com/wecom/cgi-bin/media/get?media_id=m1'))
  expect([...raw.headers.keys()]).toEqual([
    'cache-control',
    'content-disposition',
    'content-length',
    'content-security-policy',
    'content-type',
    'cross-origin-resource-policy',
    'x-content-type-options',
  ])
})

test('download: part by part', async () => {
  const { client, headers } = createTestProxy([
    part('0123456789abcdef', 'bytes 0-15/20'),
    part('ghij', 'bytes 16-19/20'),
  ])
  let text = ''
  for await (const { body } of downloadInParts(client, { media_id: 'm1' }, { partSize: 16 })) {
    text += await new Response(body).text()
  }

  expect(text).toBe('0123456789abcdefghij')
  expect(headers.map((each) => each.get('range'))).toEqual(['bytes=0-15', 'bytes=16-31'])
})

test.each([
  [{}, 'attachment'],
  [{ 'content-disposition': 'inline' }, 'attachment'],
  [{ 'content-disposition': 'Inline; filename="a.svg"' }, 'attachment; filename="a.svg"'],
  [{ 'content-disposition': 'filename="a.svg"' }, 'attachment; filename="a.svg"'],
  [{ 'content-disposition': `filename*=UTF-8''a.svg` }, `attachment; filename*=UTF-8''a.svg`],
  [{ 'content-disposition': ';filename=a.svg' }, 'attachment; filename=a.svg'],
  [{ 'content-disposition': 'form-data ; name="a"; filename="b.svg"' }, 'attachment; name="a"; filename="b.svg"'],
  [{ 'content-disposition': 'attachments; filename=a.svg' }, 'attachment; filename=a.svg'],
  [{ 'content-disposition': 'inline filename="a.svg"' }, 'attachment; inline filename="a.svg"'],
  [{ 'content-disposition': 'ATTACHMENT;' }, 'attachment'],
])('download: a file with %o does not become a page here', async (sent, disposition) => {
  const headers = { 'content-type': 'image/svg+xml', ...sent }
  const { proxy } = createTestProxy([new Response('<svg onload=…>', { headers })])
  const response = await proxy(new Request('https://crm.example.com/wecom/cgi-bin/media/get?media_id=m1'))

  expect(response.headers.get('content-disposition')).toBe(disposition)
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  [new Response('picture', { status: 200, headers: { 'content-type': 'image/png' } }), 200],
  [new Response('picture', { status: 203, headers: { 'content-type': 'image/png' } }), 200],
  [part('pict', 'bytes 0-3/7'), 206],
])('download: the status is 200 of a whole file and 206 of a part', async (answer, status) => {
  const { proxy } = createTestProxy([answer])
  const response = await proxy(get('media/get?media_id=m1'))

  expect(response.status).toBe(status)
  expect(response.headers.get('content-range')).toBe(answer.headers.get('content-range'))
})

test.each(['bytes=-500', 'bytes=500-', 'bytes=0-499'])('download: a range like %s goes on', async (range) => {
  const { proxy, headers } = createTestProxy([part('pict', 'bytes 0-3/7')])

  expect((await proxy(get('media/get?media_id=m1', { range }))).status).toBe(206)
  expect(headers[0]?.get('range')).toBe(range)
})

test('download: a decompressed body has no Content-Length', async () => {
  const headers = { 'content-type': 'image/png', 'content-encoding': 'gzip', 'content-length': '3' }
  const { client } = createTestProxy([new Response('picture', { headers })])
  const { size, body } = await getMedia(client, { media_id: 'm1' })

  expect(size).toBeUndefined()
  expect(await new Response(body).text()).toBe('picture')
})

test('download: an errcode in place of the file is an error', async () => {
  const { client } = createTestProxy([{ errcode: 40007, errmsg: 'invalid media_id, hint: [17000]' }])

  await expect(getMedia(client, { media_id: 'm1' })).rejects.toMatchObject({ kind: 'api', errcode: 40007 })
})

test('download: cancelling the file cancels it at WeCom', async () => {
  const cancel = vi.fn<() => void>()
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(8)), cancel })
  const { client } = createTestProxy([new Response(endless, { headers: { 'content-type': 'video/mp4' } })])
  const { body } = await getMedia(client, { media_id: 'm1' })
  await body.cancel()

  expect(cancel).toHaveBeenCalledOnce()
})

test('errors: an errcode has its number, its hint and its documentation', async () => {
  const errmsg =
    'not external contact, hint: [17000], from ip: 203.0.113.9, more info at https://open.work.weixin.qq.com/'
  const { client } = createTestProxy([{ errcode: 84061, errmsg }])

  await expect(getContact(client, { external_userid: 'wm1' })).rejects.toMatchInlineSnapshot(`
    [WeComApiError: getContact failed: 84061 not external contact

    Endpoint: GET /cgi-bin/externalcontact/get
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：84061
    Hint: 17000
    Docs: https://developer.work.weixin.qq.com/document/path/92114]
  `)
})

test('errors: the errcode for an empty list is an empty list', async () => {
  const { client } = createTestProxy([{ errcode: 84061, errmsg: 'not external contact' }])

  expect(await listContactIds(client, { userid: 'anna' })).toEqual({ external_userid: [] })
})

test('errors: a create without an answer is ambiguous', async () => {
  const { client } = createTestProxy([new TypeError('fetch failed')])
  const uploading = uploadMedia(client, { type: 'file', media: new File(['123456'], 'a.txt') })

  await expect(uploading).rejects.toMatchObject({ kind: 'http', status: 502, ambiguous: true })
})

test('errors: a refusal is 403', async () => {
  const { client } = createTestProxy([], { authorize: () => false })

  await expect(getContact(client, { external_userid: 'wm1' })).rejects.toMatchObject({ kind: 'http', status: 403 })
})

test('errors: a call that is not listed names the option of the proxy', async () => {
  const { client } = createTestProxy([], { endpoints: [] })

  await expect(getContact(client, { external_userid: 'wm1' })).rejects.toMatchInlineSnapshot(`
    [WeComHttpError: getContact failed: HTTP 404

    Endpoint: GET /cgi-bin/externalcontact/get
    Reason: @wecom/proxy: The proxy serves no call at this path: check its options \`endpoints\` and \`prefix\`.
    Docs: https://developer.work.weixin.qq.com/document/path/92114]
  `)
})

test('abort: ends the call behind the proxy', async () => {
  const aborted = vi.fn<() => void>()
  const controller = new AbortController()
  const { client, sent } = createTestProxy([
    (_request: unknown, signal: AbortSignal | undefined) =>
      new Promise<Response>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          aborted()
          reject(signal.reason)
        })
        controller.abort()
      }),
  ])
  const call = getContact(client, { external_userid: 'wm1' }, { signal: controller.signal })

  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  expect(sent).toHaveLength(1)
  expect(aborted).toHaveBeenCalledOnce()
})
