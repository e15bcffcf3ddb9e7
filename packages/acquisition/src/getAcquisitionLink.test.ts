import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getAcquisitionLink, type GetAcquisitionLinkResult } from './getAcquisitionLink.ts'

const result: GetAcquisitionLinkResult = {
  link: {
    link_name: '春季花展',
    url: 'https://work.weixin.qq.com/ca/flowers',
    create_time: 1_767_225_600,
    skip_verify: false,
    mark_source: true,
  },
  range: { user_list: ['chenjie'], department_list: [12] },
  priority_option: { priority_type: 2, priority_userid_list: ['wangfang'] },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getAcquisitionLink(client, { link_id: 'link-1' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/get',
      query: {},
      token: 'test-token',
      body: { link_id: 'link-1' },
    },
  ])
})

test('behavior: a priority added later comes through, and so do fields that other models of the answer have', async () => {
  const { create_time, link_name, url } = result.link
  const later = {
    link: { link_id: 'link-1', link_name, url, create_time },
    skip_verify: true,
    range: {},
    priority_option: { priority_type: 3 },
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getAcquisitionLink(client, { link_id: 'link-1' })).toEqual(later)
})

test('behavior: the acquisition component gets name and address only', async () => {
  const component = { link: { link_name: '春季花展', url: 'https://work.weixin.qq.com/ca/flowers?comp_scene=1' } }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...component }])

  expect(await getAcquisitionLink(client, { link_id: 'link-1' })).toEqual(component)
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getAcquisitionLink(client, { link_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getAcquisitionLink failed: link_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/get
    Docs: https://developer.work.weixin.qq.com/document/path/97297]
  `)
  expect(sent).toEqual([])
})
