import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listStrategyTags, type ListStrategyTagsResult } from './listStrategyTags.ts'

const result: ListStrategyTagsResult = {
  tag_group: [
    {
      group_id: 'sg1',
      group_name: '门店偏好',
      create_time: 1_767_225_600,
      order: 3,
      strategy_id: 31,
      tag: [
        { id: 'st1', name: '早市', create_time: 1_767_225_600, order: 2 },
        { id: 'st2', name: '夜市', create_time: 1_767_225_601, order: 1 },
      ],
    },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listStrategyTags(client, { strategy_id: 31, tag_id: ['st1'], group_id: ['sg1'] })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_strategy_tag_list',
      query: {},
      token: 'test-token',
      body: { strategy_id: 31, tag_id: ['st1'], group_id: ['sg1'] },
    },
  ])
})

test('behavior: no parameter is required, and those that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', tag_group: [] },
    { errcode: 0, errmsg: 'ok', tag_group: [] },
  ])

  await listStrategyTags(client)
  await listStrategyTags(client, { strategy_id: 31, tag_id: undefined, group_id: undefined })

  expect(sent.map(({ body }) => body)).toEqual([{}, { strategy_id: 31 }])
})

test('error: an id that is not one is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listStrategyTags(client, { strategy_id: 0.5, tag_id: [''] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listStrategyTags failed: strategy_id: Invalid integer: Received 0.5; tag_id[0]: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_strategy_tag_list
    Docs: https://developer.work.weixin.qq.com/document/path/94882]
  `)
  expect(sent).toEqual([])
})
