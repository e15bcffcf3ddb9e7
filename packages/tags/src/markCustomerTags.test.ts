import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { markCustomerTags } from './markCustomerTags.ts'

const pair = { userid: 'chenjie', external_userid: 'wm1' }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const params = { ...pair, add_tag: ['et1', 'st1'], remove_tag: ['et2'] }

  expect(await markCustomerTags(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/mark_tag',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: one of the lists is enough, the other may be undefined or empty', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok' },
    { errcode: 0, errmsg: 'ok' },
  ])

  await markCustomerTags(client, { ...pair, add_tag: ['et1'], remove_tag: undefined })
  await markCustomerTags(client, { ...pair, add_tag: [], remove_tag: ['et1'] })

  expect(sent.map(({ body }) => body)).toEqual([
    { ...pair, add_tag: ['et1'] },
    { ...pair, add_tag: [], remove_tag: ['et1'] },
  ])
})

test('behavior: a call that met another one for the same pair is made again', async () => {
  const { client, sent } = createTestClient(
    [
      { errcode: 45035, errmsg: 'concurrent operation, hint: [2705]' },
      { errcode: 0, errmsg: 'ok' },
    ],
    { retry: { minDelay: 1 } },
  )

  await markCustomerTags(client, { ...pair, add_tag: ['et1'] })

  expect(sent).toHaveLength(2)
})

test.each([{}, { add_tag: [] }, { add_tag: [], remove_tag: [] }])(
  'error: a call that changes nothing is refused before anything is sent: %j',
  async (tags) => {
    const { client, sent } = createTestClient([])

    await expect(markCustomerTags(client, { ...pair, ...tags })).rejects.toMatchInlineSnapshot(`
      [WeComValidationError: markCustomerTags failed: at least one id in add_tag or remove_tag is required; nothing was sent

      Endpoint: POST /cgi-bin/externalcontact/mark_tag
      Docs: https://developer.work.weixin.qq.com/document/path/92118]
    `)
    expect(sent).toEqual([])
  },
)

test('error: empty ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(markCustomerTags(client, { userid: '', external_userid: '', add_tag: [''], remove_tag: [''] })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: markCustomerTags failed: userid: must not be empty; external_userid: must not be empty; add_tag[0]: must not be empty; remove_tag[0]: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/mark_tag
    Docs: https://developer.work.weixin.qq.com/document/path/92118]
  `)
  expect(sent).toEqual([])
})

test('error: the customer is not one of this member', async () => {
  const { client } = createTestClient([{ errcode: 84061, errmsg: 'not external contact, hint: [2706]' }])

  await expect(markCustomerTags(client, { ...pair, add_tag: ['et1'] })).rejects.toMatchObject({
    kind: 'api',
    errcode: 84061,
  })
})
