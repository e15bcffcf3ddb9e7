import { expect, test } from 'vitest'
import { baseUrl, createTestProxy, get, neverAsked, post } from './fixtures/createTestProxy.ts'

const contacts = 'externalcontact/batch/get_by_user'

test.each<[string, number, string, Request]>([
  [
    'a call that is not listed',
    404,
    'The proxy serves no call at this path: check its options `endpoints` and `prefix`.',
    post('externalcontact/mark_tag', {}),
  ],
  [
    'a page of another site',
    403,
    'Pages of this origin may not call the proxy.',
    get('externalcontact/list?userid=anna', { origin: 'https://other.example.com' }),
  ],
  [
    'a query string of 9000 characters',
    414,
    'The query is too long.',
    get(`externalcontact/list?userid=${'a'.repeat(9000)}`),
  ],
  [
    'a control character in the query string',
    400,
    'The query contains control characters or invalid UTF-8.',
    get('externalcontact/list?userid=%00'),
  ],
  [
    'two ranges of a file',
    400,
    'Range must name one range of bytes, e.g. bytes=0-1023.',
    get('media/get?media_id=m', { range: 'bytes=0-1,3-4' }),
  ],
  [
    'JSON with the content type of plain text',
    415,
    'Send application/json in UTF-8, or multipart/form-data for uploads, without Content-Encoding.',
    post(contacts, { userid_list: ['anna'] }, { 'content-type': 'text/plain' }),
  ],
  [
    'a token',
    400,
    'Send no token and no secret: the proxy adds its own.',
    post(contacts, { userid_list: ['anna'], access_token: 'stolen' }),
  ],
  [
    'a range in another unit',
    400,
    'Range must name one range of bytes, e.g. bytes=0-1023.',
    get('media/get?media_id=m', { range: 'kilobytes=0-1' }),
  ],
  ['a repeated parameter', 400, 'A field occurs twice.', get('externalcontact/list?userid=anna&userid=ben')],
  [
    'the field __proto__',
    400,
    'A field has a name that is not allowed, or is nested too deeply.',
    get('externalcontact/list?__proto__=a'),
  ],
  [
    'a body of more than the limit',
    413,
    'The body is too large, or contains too many values.',
    post(contacts, { userid_list: ['a'.repeat(2000)] }),
  ],
  [
    'a form that is none',
    400,
    'The body does not match its content type.',
    new Request(`${baseUrl}/cgi-bin/media/upload?type=file`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: 'no form',
    }),
  ],
])('the response to %s has the status %i and says what is wrong', async (_what, status, text, request) => {
  const { proxy } = createTestProxy([], { authorize: neverAsked, maxBodyBytes: 1000 })
  const response = await proxy(request)

  expect([response.status, await response.text()]).toEqual([status, `@wecom/proxy: ${text}`])
  expect(response.headers.get('content-type')).toBe('text/plain; charset=UTF-8')
})

test.each<[string, string, Request]>([
  ['an unknown field', 'all is not a parameter of this call', get('externalcontact/list?userid=anna&all=1')],
  [
    'a field in the query string instead of the body',
    'userid_list is not a parameter of the query',
    post(`${contacts}?userid_list=anna`, {}),
  ],
  [
    'a number that JSON cannot hold',
    'a number is too large',
    new Request(post(contacts, {}), { method: 'POST', body: '{"userid_list":["anna"],"limit":1e999}' }),
  ],
])('the response to %s has errcode 40058 and names the field', async (_what, issue, request) => {
  const { proxy } = createTestProxy([], { authorize: neverAsked })

  expect(await (await proxy(request)).json()).toEqual({
    errcode: 40058,
    errmsg: `invalid Request Parameter: ${issue}`,
  })
})

test.each([
  [8192, 200],
  [8193, 414],
])('a query string of %i characters: %i', async (length, status) => {
  const { proxy } = createTestProxy([], { authorize: neverAsked })
  const query = '?userid='.padEnd(length, 'a')

  expect((await proxy(get(`externalcontact/list${query}`))).status).toBe(status)
})
