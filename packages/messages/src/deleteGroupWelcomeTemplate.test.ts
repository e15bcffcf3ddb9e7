import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteGroupWelcomeTemplate } from './deleteGroupWelcomeTemplate.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const params = { template_id: 'tpl-31', agentid: 1_000_031 }

  expect(await deleteGroupWelcomeTemplate(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/group_welcome_template/del',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: an agentid that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await deleteGroupWelcomeTemplate(client, { template_id: 'tpl-31', agentid: undefined })

  expect(sent[0]?.body).toEqual({ template_id: 'tpl-31' })
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteGroupWelcomeTemplate(client, { template_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteGroupWelcomeTemplate failed: template_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/group_welcome_template/del
    Docs: https://developer.work.weixin.qq.com/document/path/92366]
  `)
  expect(sent).toEqual([])
})

test('error: the template was made by another app', async () => {
  const { client } = createTestClient([{ errcode: 41058, errmsg: 'no permission to edit, hint: [31]' }])

  await expect(deleteGroupWelcomeTemplate(client, { template_id: 'tpl-31' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41058,
  })
})
