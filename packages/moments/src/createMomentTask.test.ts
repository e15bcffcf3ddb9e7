import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createMomentTask, type CreateMomentTaskParams, type CreateMomentTaskResult } from './createMomentTask.ts'
import type { MomentAttachment } from './schemas/momentAttachmentParams.ts'

const image: MomentAttachment = { msgtype: 'image', image: { media_id: 'image-1' } }
const link: MomentAttachment = {
  msgtype: 'link',
  link: { title: '秋季花展', url: 'https://example.com/autumn', media_id: 'cover-1' },
}
const video: MomentAttachment = { msgtype: 'video', video: { media_id: 'video-1' } }

const params: CreateMomentTaskParams = {
  text: { content: '本周到店有礼' },
  attachments: [image, image],
  visible_range: {
    sender_list: { user_list: ['chenjie', 'wangfang'], department_list: [12, 15] },
    external_contact_list: { tag_list: ['et1', 'et2'] },
  },
}

const result: CreateMomentTaskResult = { jobid: 'job-31' }
const answer = { errcode: 0, errmsg: 'ok', ...result }

test('default', async () => {
  const { client, sent } = createTestClient([answer])

  expect(await createMomentTask(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/add_moment_task',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test.each<[string, CreateMomentTaskParams]>([
  ['text alone', { text: { content: '早' } }],
  ['nine images', { attachments: Array.from({ length: 9 }, () => image) }],
  ['one link', { attachments: [link] }],
  ['one video', { text: {}, attachments: [video] }],
  ['text beside an empty list', { text: { content: '早' }, attachments: [] }],
])('behavior: %s is sent as it is', async (_, some) => {
  const { client, sent } = createTestClient([answer])

  await createMomentTask(client, some)

  expect(sent[0]?.body).toEqual(some)
})

test.each([
  ['Chinese', '长'.repeat(2000), '长'.repeat(64)],
  ['letters', 'a'.repeat(4000), 'a'.repeat(128)],
  ['rare characters', '𠮷'.repeat(2000), '𠮷'.repeat(64)],
])('behavior: as much text as there may be is sent, in %s', async (_, content, title) => {
  const { client, sent } = createTestClient([answer])
  const longest: CreateMomentTaskParams = {
    text: { content },
    attachments: [{ msgtype: 'link', link: { title, url: 'https://example.com', media_id: 'cover-1' } }],
  }

  await createMomentTask(client, longest)

  expect(sent[0]?.body).toEqual(longest)
})

test('behavior: the maximum of senders is sent', async () => {
  const { client, sent } = createTestClient([answer])
  const user_list = Array.from({ length: 100_000 }, (_, index) => `member-${index}`)

  await createMomentTask(client, { ...params, visible_range: { sender_list: { user_list } } })

  expect(sent).toHaveLength(1)
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([answer])

  await createMomentTask(client, {
    text: { content: '早' },
    attachments: undefined,
    visible_range: { sender_list: { user_list: undefined, department_list: [12] }, external_contact_list: undefined },
  })

  expect(sent[0]?.body).toEqual({
    text: { content: '早' },
    visible_range: { sender_list: { department_list: [12] } },
  })
})

test.each<[string, CreateMomentTaskParams]>([
  ['nothing', {}],
  ['an empty text and no attachments', { text: { content: '' }, attachments: [] }],
])('error: %s is refused before anything is sent', async (_, empty) => {
  const { client, sent } = createTestClient([])

  await expect(createMomentTask(client, empty)).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMomentTask failed: text.content and attachments must not both be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_moment_task
    Docs: https://developer.work.weixin.qq.com/document/path/95094]
  `)
  expect(sent).toEqual([])
})

test.each<[string, MomentAttachment[]]>([
  ['ten images', Array.from({ length: 10 }, () => image)],
  ['two videos', [video, video]],
  ['two links', [link, link]],
  ['an image and a video', [image, video]],
])('error: %s are refused before anything is sent', async (_, attachments) => {
  const { client, sent } = createTestClient([])

  await expect(createMomentTask(client, { attachments })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMomentTask failed: attachments: up to 9 images, or one video, or one link; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_moment_task
    Docs: https://developer.work.weixin.qq.com/document/path/95094]
  `)
  expect(sent).toEqual([])
})

test('error: texts that are too long and ids that are empty are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createMomentTask(client, {
      text: { content: `${'长'.repeat(2000)}a` },
      attachments: [{ msgtype: 'link', link: { title: `${'长'.repeat(64)}a`, url: '', media_id: '' } }],
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMomentTask failed: text.content: at most 2000 Chinese characters or 4000 letters; attachments[0].link.title: at most 64 Chinese characters or 128 letters; attachments[0].link.url: must not be empty; attachments[0].link.media_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_moment_task
    Docs: https://developer.work.weixin.qq.com/document/path/95094]
  `)
  expect(sent).toEqual([])
})

test('error: more than 100,000 senders are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const user_list = Array.from({ length: 100_001 }, (_, index) => `member-${index}`)

  await expect(createMomentTask(client, { ...params, visible_range: { sender_list: { user_list } } })).rejects.toThrow(
    'visible_range.sender_list.user_list: Invalid length: Expected <=100000 but received 100001',
  )
  expect(sent).toEqual([])
})

test.each<CreateMomentTaskParams['visible_range']>([
  { sender_list: { user_list: [] }, external_contact_list: { tag_list: [] } },
  { sender_list: {}, external_contact_list: {} },
])('error: lists without ids do not come to mean everybody: %j', async (visible_range) => {
  const { client, sent } = createTestClient([])

  await expect(createMomentTask(client, { ...params, visible_range })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMomentTask failed: visible_range.sender_list: at least one id in user_list or department_list is required; without sender_list all members are asked; visible_range.external_contact_list: at least one id in tag_list is required; without external_contact_list all customers are reached; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_moment_task
    Docs: https://developer.work.weixin.qq.com/document/path/95094]
  `)
  expect(sent).toEqual([])
})

test('error: an attachment with two contents is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createMomentTask(client, { attachments: [{ ...image, ...link }] })).rejects.toThrow(
    'failed: attachments[0]: must contain only the field that msgtype names; nothing was sent',
  )
  expect(sent).toEqual([])
})

test('error: an attachment without its content, and one of an unknown kind, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const attachments = [
    { msgtype: 'image', video: { media_id: 'video-1' } },
    { msgtype: 'file', file: { media_id: 'file-1' } },
  ]

  await expect(
    // @ts-expect-error neither compiles
    createMomentTask(client, { attachments }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMomentTask failed: attachments[0].image: is required if msgtype is image; attachments[1].msgtype: Invalid type: Expected ("image" | "link" | "video"); nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_moment_task
    Docs: https://developer.work.weixin.qq.com/document/path/95094]
  `)
  expect(sent).toEqual([])
})

test('error: too many tasks are being created', async () => {
  const { client, sent } = createTestClient([{ errcode: 41078, errmsg: 'too many running tasks, hint: [3101]' }])

  await expect(createMomentTask(client, params)).rejects.toMatchObject({
    kind: 'api',
    errcode: 41078,
    ambiguous: false,
  })
  expect(sent).toHaveLength(1)
})

test('error: a lost connection is not followed by a second moment', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createMomentTask(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listMoments before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
