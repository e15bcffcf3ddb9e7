import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteAcquisitionLink } from './deleteAcquisitionLink.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await deleteAcquisitionLink(client, { link_id: 'link-1' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/delete_link',
      query: {},
      token: 'test-token',
      body: { link_id: 'link-1' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteAcquisitionLink(client, { link_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteAcquisitionLink failed: link_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/delete_link
    Docs: https://developer.work.weixin.qq.com/document/path/97297]
  `)
  expect(sent).toEqual([])
})
