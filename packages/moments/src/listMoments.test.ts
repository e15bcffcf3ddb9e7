import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMoments, type ListMomentsResult } from './listMoments.ts'

const params = { start_time: 1_767_225_600, end_time: 1_769_817_600 }

const result: ListMomentsResult = {
  moment_list: [
    {
      moment_id: 'mom-7',
      create_time: 1_767_300_000,
      create_type: 0,
      visible_type: 1,
      text: { content: '本周到店有礼' },
      image: [{ media_id: 'image-1' }, { media_id: 'image-2' }],
    },
    {
      moment_id: 'mom-8',
      creator: 'chenjie',
      create_time: 1_767_400_000,
      create_type: 1,
      visible_type: 0,
      video: { media_id: 'video-1', thumb_media_id: 'thumb-1' },
      location: { latitude: '30.2741', longitude: '120.1551', name: '云上花店' },
    },
    {
      moment_id: 'mom-9',
      creator: 'wangfang',
      create_time: 1_767_500_000,
      create_type: 1,
      visible_type: 1,
      link: { title: '秋季花展', url: 'https://example.com/autumn' },
    },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const all = { ...params, creator: 'chenjie', filter_type: 1, cursor: 'page-1', limit: 20 } as const

  expect(await listMoments(client, all)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_moment_list',
      query: {},
      token: 'test-token',
      body: all,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', moment_list: [], next_cursor: '' }])

  await listMoments(client, { ...params, creator: undefined, filter_type: undefined, limit: undefined })

  expect(sent[0]?.body).toEqual(params)
})

test('behavior: a limit above 20 is sent, since WeCom takes it for the default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', moment_list: [] }])

  await listMoments(client, { ...params, limit: 100 })

  expect(sent[0]?.body).toEqual({ ...params, limit: 100 })
})

test('behavior: the iteration ends on an empty cursor', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', ...result },
    { errcode: 0, errmsg: 'ok', moment_list: [], next_cursor: '' },
  ])

  const walked = []
  for await (const moment of listMoments(client, params)) walked.push(moment)

  expect(walked).toEqual(result.moment_list)
  expect(sent.map(({ body }) => body)).toEqual([params, { ...params, cursor: 'page-2' }])
})

test('behavior: a quoted time, and fields and values added later, come through', async () => {
  const later = {
    moment_list: [
      {
        moment_id: 'mom-10',
        create_time: '1767300000',
        create_type: 2,
        visible_type: 3,
        file: { media_id: 'file-1' },
      },
    ],
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listMoments(client, params)).toEqual(later)
})

test('error: an end before the start is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMoments(client, { ...params, end_time: params.start_time - 1 })).rejects.toThrow(
    'end_time must not be before start_time',
  )
  expect(sent).toEqual([])
})

test('error: more than 30 days are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMoments(client, { ...params, end_time: params.end_time + 1 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMoments failed: end_time must not be before start_time, and at most 30 days after it; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_moment_list
    Docs: https://developer.work.weixin.qq.com/document/path/93333]
  `)
  expect(sent).toEqual([])
})

test('error: a time that is no integer, and a limit of 0, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMoments(client, { ...params, start_time: params.start_time + 0.5, limit: 0 })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: listMoments failed: start_time: Invalid integer: Received 1767225600.5; limit: Invalid value: Expected >=1 but received 0; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_moment_list
    Docs: https://developer.work.weixin.qq.com/document/path/93333]
  `)
  expect(sent).toEqual([])
})
