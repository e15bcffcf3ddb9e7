import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getMomentComments, type GetMomentCommentsResult } from './getMomentComments.ts'

const result: GetMomentCommentsResult = {
  comment_list: [
    { external_userid: 'wm1', create_time: 1_767_300_100 },
    { userid: 'chenjie', create_time: 1_767_300_200 },
  ],
  like_list: [
    { external_userid: 'wo2', create_time: 1_767_300_300 },
    { userid: 'wangfang', create_time: 1_767_300_400 },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getMomentComments(client, { moment_id: 'mom-7', userid: 'chenjie' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_moment_comments',
      query: {},
      token: 'test-token',
      body: { moment_id: 'mom-7', userid: 'chenjie' },
    },
  ])
})

test('behavior: fields added later come through', async () => {
  const later = { comment_list: [{ userid: 'chenjie', create_time: 1_767_300_200, content: '好' }], like_list: [] }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getMomentComments(client, { moment_id: 'mom-7', userid: 'chenjie' })).toEqual(later)
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getMomentComments(client, { moment_id: '', userid: 'chenjie' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getMomentComments failed: moment_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_moment_comments
    Docs: https://developer.work.weixin.qq.com/document/path/93333]
  `)
  expect(sent).toEqual([])
})
