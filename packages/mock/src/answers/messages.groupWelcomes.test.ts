import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'

type Call = (path: string, body: object) => Record<string, unknown>

function open(): { corp: FakeCorp; call: Call; other: Call } {
  const corp = createFakeCorp({ state: smallCorp() })
  const callWith = (secret: string): Call => {
    const caller = createRawCaller(corp, secret)
    return (path, body) => caller.post(`externalcontact/group_welcome_template/${path}`, body)
  }
  return { corp, call: callWith('secret-all'), other: callWith('secret-sales') }
}

const text = { content: '%NICKNAME%，欢迎' }
const link = { title: '目录', url: 'https://example.com' }
const ok = { errcode: 0, errmsg: 'ok' }

test('add, get, edit and del', () => {
  const { corp, call } = open()
  const { template_id } = call('add', { text, link })

  expect(call('get', { template_id })).toEqual({ ...ok, text, link })
  const video = { media_id: uploadedFile(corp, 'video') }
  expect(call('edit', { template_id, video })).toEqual(ok)
  expect(call('get', { template_id })).toEqual({ ...ok, video })
  expect(call('del', { template_id })).toEqual(ok)
  expect(call('get', { template_id })).toMatchObject({ errcode: 40058 })
})

test('beside the text one part counts: the first; a picture comes back as a URL', () => {
  const { corp, call } = open()
  const media_id = uploadedFile(corp, 'image')
  const { template_id: uploaded } = call('add', { text, link, image: { media_id } })
  const { template_id: linked } = call('add', { image: { pic_url: 'https://wework.qpic.cn/1' } })

  expect(call('get', { template_id: uploaded })).toEqual({
    ...ok,
    text,
    image: { pic_url: expect.stringMatching(/^https:/) },
  })
  expect(call('get', { template_id: linked })).toEqual({ ...ok, image: { pic_url: 'https://wework.qpic.cn/1' } })
})

test('only the app that made it may change it; every app may read it', () => {
  const { call, other } = open()
  const { template_id } = call('add', { text })

  expect(other('get', { template_id })).toEqual({ ...ok, text })
  expect(other('edit', { template_id, link })).toMatchObject({ errcode: 41058 })
  expect(other('del', { template_id })).toMatchObject({ errcode: 41058 })
  expect(call('get', { template_id })).toEqual({ ...ok, text })
})

test('limits: 100 templates; 3000 bytes when added, 4000 when edited; something to say; files that are there', () => {
  const { call } = open()
  const { template_id } = call('add', { text })
  const long = { content: '长'.repeat(1001) }

  expect(call('add', { text: long })).toMatchObject({ errcode: 40058 })
  expect(call('edit', { template_id, text: long })).toEqual(ok)
  const nothing = { text: { content: '' }, image: { media_id: '', pic_url: '' }, link: { title: '', url: '' } }
  for (const body of [{}, nothing]) {
    expect(call('add', body)).toMatchObject({
      errcode: 40063,
      errmsg: expect.stringMatching('some parameters are empty'),
    })
  }
  expect(call('add', { file: { media_id: 'x' } })).toMatchObject({ errcode: 40007 })
  for (let index = 1; index < 100; index++) call('add', { text })
  expect(call('add', { text })).toMatchObject({ errcode: 41055 })
})
