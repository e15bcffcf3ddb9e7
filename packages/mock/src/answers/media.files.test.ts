import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, readJson, readText, sendRaw } from '../fixtures/rawCaller.ts'
import { amr, fetchFile, formOf, mp4, mp4Of, png, pngOf, sendForm } from '../fixtures/rawForm.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import type { HttpAnswer } from '../wire/reply.ts'

const corp = createFakeCorp({ state: smallCorp() })
beforeEach(() => corp.reset())
const upload = (type: string, body = formOf(png)) =>
  readJson(sendForm(corp, `/cgi-bin/media/upload?type=${type}`, body))

function download(media_id: unknown, range?: string, path = '/cgi-bin/media/get'): HttpAnswer {
  const reply = fetchFile(corp, path, String(media_id), range)
  if (reply.kind !== 'answer') throw new Error('the connection broke')
  return reply
}

test('uploads and downloads a file', () => {
  const answer = upload('image')
  expect(answer).toEqual({
    errcode: 0,
    errmsg: '',
    type: 'image',
    media_id: expect.any(String),
    created_at: String(corp.clock.seconds()),
  })

  const { status, headers, body } = download(answer['media_id'])
  expect([status, body]).toEqual([200, png])
  expect(headers['content-type']).toBe('image/png')
  const name = headers['content-disposition']?.split('"')[1] ?? ''
  expect(new TextDecoder().decode(Uint8Array.from(name, (character) => character.charCodeAt(0)))).toBe('图.png')
})

test('a name with control characters, which no header holds', () => {
  const content = new Uint8Array([1])
  const { media_id } = corp.media.add({ type: 'file', filename: 'a\u0007\0\x7F.txt', content_type: '', content })

  expect(download(media_id).headers['content-disposition']).toBe('attachment; filename="a___.txt"')
})

test('parts of a file', () => {
  const { media_id } = upload('image')
  const read = (range: string) => {
    const { status, headers, body } = download(media_id, range)
    return [status, headers['content-range'], [...(body as Uint8Array)]]
  }

  expect(read('bytes=0-1')).toEqual([206, 'bytes 0-1/8', [0x89, 0x50]])
  expect(read('bytes=6-99')).toEqual([206, 'bytes 6-7/8', [26, 10]])
  expect(read('bytes=-1')).toEqual([206, 'bytes 7-7/8', [10]])
  expect(read('bytes=8-')).toEqual([416, 'bytes */8', []])
  expect(read('lines=1')[0]).toBe(200)
})

test('a file that cannot be sent is answered with JSON', () => {
  const { media_id } = upload('image')
  const error = (id: unknown) => JSON.parse(readText(download(id).body)) as unknown

  expect(error('x')).toMatchObject({ errcode: 40007 })
  expect(error('')).toMatchObject({ errcode: 41006 })
  corp.clock.advance({ days: 3 })
  expect(download(media_id).headers['content-type']).toContain('json')
  expect(error(media_id)).toMatchObject({ errcode: 40007 })
})

test('a file above 20 MB comes in parts only', () => {
  const content = new Uint8Array(20 * 1024 * 1024 + 1)
  const { media_id } = corp.media.add({ type: 'file', filename: 'f', content_type: 'application/zip', content })

  expect(JSON.parse(readText(download(media_id).body))).toMatchObject({ errcode: 830002 })
  expect(download(media_id, 'bytes=0-20971519').status).toBe(206)
})

test.for([
  ['image', formOf(new Uint8Array(5)), 40006],
  ['image', formOf(new Uint8Array(10 * 1024 * 1024 + 1)), 45001],
  ['image', formOf(mp4), 40004],
  ['voice', formOf(png), 301017],
  ['voice', formOf(amr), 0],
  ['video', formOf(png), 41090],
  ['video', formOf(mp4), 0],
  ['file', formOf(new Uint8Array(6)), 0],
  ['gif', formOf(png), 40005],
  ['image', formOf(png, 'form-data; name="file"; filename="a.png"'), 44001],
  ['image', formOf(png, 'form-data; name="media"'), 44001],
  ['image', formOf(png, `form-data; name="media"; filename*=UTF-8''a.png`), 44001],
  ['image', new TextEncoder().encode('no form'), 44001],
] as const)('upload of %s: case %#', ([type, body, errcode]) => {
  expect(upload(type, body)).toMatchObject({ errcode })
})

test('an upload without a form is 44001', () => {
  const { access_token } = readJson(sendRaw(corp, 'GET', '/cgi-bin/gettoken?corpid=wwsmall&corpsecret=secret-all'))
  const path = `/cgi-bin/media/upload?type=file&access_token=${String(access_token)}`

  expect(readJson(sendRaw(corp, 'POST', path, '{}'))).toMatchObject({ errcode: 44001 })
})

test.for([
  ['image', 1, png, 0],
  ['image', 2, png, 0],
  ['video', 1, mp4, 0],
  ['video', 2, mp4, 41072],
  ['file', 1, png, 41072],
  ['image', 3, png, 40058],
  ['image', 1, mp4, 40004],
] as const)('upload_attachment of %s for %i: case %#', ([media_type, attachment_type, content, errcode]) => {
  const path = `/cgi-bin/media/upload_attachment?media_type=${media_type}&attachment_type=${attachment_type}`

  expect(readJson(sendForm(corp, path, formOf(content)))).toMatchObject({ errcode })
})

const attach = (media_type: string, attachment_type: number, content: Uint8Array): unknown =>
  readJson(
    sendForm(
      corp,
      `/cgi-bin/media/upload_attachment?media_type=${media_type}&attachment_type=${attachment_type}`,
      formOf(content),
    ),
  )['errcode']

test('an attachment of moments has at most so many pixels and seconds; one of products may be larger', () => {
  expect([pngOf(10_800, 1080), pngOf(1080, 10_800)].map((file) => attach('image', 1, file))).toEqual([0, 0])
  expect([pngOf(10_801, 1), pngOf(1081, 1081)].map((file) => attach('image', 1, file))).toEqual([41081, 41081])
  expect(attach('image', 2, pngOf(20_000, 2000))).toBe(0)
  expect([attach('video', 1, mp4Of(30)), attach('video', 1, mp4Of(31))]).toEqual([0, 41082])
  expect(attach('image', 1, new Uint8Array(10 * 1024 * 1024 + 1))).toBe(41080)
})

const formStating = (filelength: number) =>
  formOf(png, `form-data; name="media"; filename="a.png"; filelength=${filelength}`)

test('an image whose size is not the one that the form states is refused', () => {
  expect(upload('image', formStating(5))).toMatchObject({ errcode: 40123 })
  expect(upload('image', formStating(8))).toMatchObject({ errcode: 0 })
  expect(upload('image', formOf(png, 'form-data; name="media"; filename="a.png"'))).toMatchObject({ errcode: 0 })
})

test('an attachment is dated by a number', () => {
  const path = '/cgi-bin/media/upload_attachment?media_type=image&attachment_type=2'
  const { media_id, created_at } = readJson(sendForm(corp, path, formOf(png)))

  expect(created_at).toBe(corp.clock.seconds())
  expect(corp.media.get(String(media_id))).toMatchObject({ attachment_type: 2, filename: '图.png' })
})

test('a picture gets an address; a thousand a day', () => {
  const send = (content: Uint8Array) => readJson(sendForm(corp, '/cgi-bin/media/uploadimg', formOf(content)))

  expect(send(png)).toMatchObject({ errcode: 0, errmsg: '', url: expect.stringMatching(/^http:/) })
  expect(send(mp4)).toMatchObject({ errcode: 40123 })
  expect(send(new Uint8Array(2 * 1024 * 1024 + 1))).toMatchObject({ errcode: 45001 })
  for (let count = 1; count < 1000; count++) corp.media.addPicture()
  expect(send(png)).toMatchObject({ errcode: 45009 })
  corp.clock.advance({ days: 1 })
  expect(send(png)).toMatchObject({ errcode: 0 })
})

test('a voice in high quality', () => {
  const { media_id } = upload('voice', formOf(amr))
  const picture = upload('image')

  expect(download(media_id, undefined, '/cgi-bin/media/get/jssdk').headers['content-type']).toBe('voice/speex')
  expect(JSON.parse(readText(download(picture['media_id'], undefined, '/cgi-bin/media/get/jssdk').body))).toMatchObject(
    {
      errcode: 40007,
    },
  )
})

test('the journal notes a file, not its content', () => {
  upload('image')

  expect(corp.journal.list('uploadMedia')).toMatchObject([
    { body: { media: { filename: '图.png', type: 'image/png', size: 8 } }, errcode: 0 },
  ])
})

test('apps of the corp share files, and need no customer-contact permission for them', () => {
  const { media_id } = upload('image')
  const given = { ...corp.state(), apps: corp.apps.list().toReversed() }
  corp.reset(given)

  expect(createRawCaller(corp, 'secret-payroll').get('externalcontact/get_follow_user_list')).toMatchObject({
    errcode: 48002,
  })
  expect(download(media_id).status).toBe(200)
})
