import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateAcquisitionLink, type UpdateAcquisitionLinkParams } from './updateAcquisitionLink.ts'

const params: UpdateAcquisitionLinkParams = {
  link_id: 'link-1',
  link_name: '夏季花展',
  range: { user_list: ['chenjie', 'wangfang'], department_list: [12] },
  skip_verify: true,
  priority_option: { priority_type: 2, priority_userid_list: ['chenjie'] },
  mark_source: false,
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await updateAcquisitionLink(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/update_link',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: undefined fields are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateAcquisitionLink(client, {
    link_id: 'link-1',
    link_name: undefined,
    range: undefined,
    skip_verify: undefined,
    priority_option: undefined,
    mark_source: undefined,
  })

  expect(sent[0]?.body).toEqual({ link_id: 'link-1' })
})

test('error: a range without anybody, and a name that is too long, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(updateAcquisitionLink(client, { link_id: 'link-1', link_name: '长'.repeat(31), range: {} })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: updateAcquisitionLink failed: link_name: at most 30 characters; range: user_list and department_list cannot both be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/update_link
    Docs: https://developer.work.weixin.qq.com/document/path/97297]
  `)
  expect(sent).toEqual([])
})
