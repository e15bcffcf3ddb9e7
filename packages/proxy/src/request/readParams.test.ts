import { expect, test } from 'vitest'
import { baseUrl, createTestProxy, neverAsked, post, uploadedFile } from '../fixtures/createTestProxy.ts'

const contacts = 'externalcontact/batch/get_by_user'
const params = { userid_list: ['anna'] }
const upload = { errcode: 0, errmsg: 'ok', type: 'file', media_id: 'm1', created_at: '1' }

test.each([
  'application/json',
  'Application/JSON',
  'application/json;charset=utf-8',
  'application/json; charset=UTF-8',
  'application/json ; charset="utf-8"',
])('JSON: the content type %s is accepted', async (type) => {
  const { proxy, sent } = createTestProxy([{ errcode: 0, errmsg: 'ok', external_contact_list: [] }])

  expect((await proxy(post(contacts, params, { 'content-type': type }))).status).toBe(200)
  expect(sent).toMatchObject([{ body: params }])
})

test.each(['text/application/json', 'application/jsonp', 'application/json; charset=utf-16', 'application/json, a/b'])(
  'JSON: the content type %s is refused',
  async (type) => {
    const { proxy } = createTestProxy([], { authorize: neverAsked })

    expect((await proxy(post(contacts, params, { 'content-type': type }))).status).toBe(415)
  },
)

function form(type: string, boundary: string): Request {
  const head = 'Content-Disposition: form-data; name="media"; filename="a.txt"\r\nContent-Type: text/plain'
  return new Request(`${baseUrl}/cgi-bin/media/upload?type=file`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: `--${boundary}\r\n${head}\r\n\r\n123456\r\n--${boundary}--\r\n`,
  })
}

test.each([
  ['multipart/form-data; boundary=xy', 'xy'],
  ['Multipart/Form-Data;boundary=----Form_1', '----Form_1'],
  ['multipart/form-data ; boundary="x,y"', 'x,y'],
])('form: the content type %s is accepted', async (type, boundary) => {
  const upstream = createTestProxy([upload])

  expect((await upstream.proxy(form(type, boundary))).status).toBe(200)
  expect(await uploadedFile(upstream).text()).toBe('123456')
})

test.each([
  'text/multipart/form-data; boundary=xy',
  'multipart/form-data; boundary=xy; charset=utf-8',
  'multipart/form-data; boundary="xy',
  `multipart/form-data; boundary=${'x'.repeat(71)}`,
  'multipart/form-data; boundary=x\\y',
])('form: the content type %s is refused', async (type) => {
  const { proxy } = createTestProxy([], { authorize: neverAsked })

  expect((await proxy(form(type, 'xy'))).status).toBe(415)
})
