import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteCorpTags } from './deleteCorpTags.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const params = { tag_id: ['et1', 'et2'], group_id: ['eg2'], agentid: 1_000_021 }

  expect(await deleteCorpTags(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/del_corp_tag',
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

  await deleteCorpTags(client, { tag_id: ['et1'], group_id: undefined })
  await deleteCorpTags(client, { tag_id: [], group_id: ['eg1'] })

  expect(sent.map(({ body }) => body)).toEqual([{ tag_id: ['et1'] }, { tag_id: [], group_id: ['eg1'] }])
})

test.each([{}, { tag_id: [] }, { tag_id: [], group_id: [] }])(
  'error: a call that names nothing is refused before anything is sent: %j',
  async (params) => {
    const { client, sent } = createTestClient([])

    await expect(deleteCorpTags(client, params)).rejects.toMatchInlineSnapshot(`
      [WeComValidationError: deleteCorpTags failed: at least one id in tag_id or group_id is required; nothing was sent

      Endpoint: POST /cgi-bin/externalcontact/del_corp_tag
      Docs: https://developer.work.weixin.qq.com/document/path/92117]
    `)
    expect(sent).toEqual([])
  },
)

test('error: a tag is unknown', async () => {
  const { client } = createTestClient([{ errcode: 40068, errmsg: 'invalid tagid, hint: [2704]' }])

  await expect(deleteCorpTags(client, { tag_id: ['et9'] })).rejects.toMatchObject({ kind: 'api', errcode: 40068 })
})
