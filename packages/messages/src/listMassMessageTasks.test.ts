import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMassMessageTasks, type ListMassMessageTasksResult } from './listMassMessageTasks.ts'

const result: ListMassMessageTasksResult = {
  task_list: [
    { userid: 'chenjie', status: 2, send_time: 1_760_000_000 },
    { userid: 'wangfang', status: 0 },
  ],
  next_cursor: 'd+e/f=',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { msgid: 'msg-31', limit: 1000, cursor: 'a+b/c=' }

  expect(await listMassMessageTasks(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_groupmsg_task',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listMassMessageTasks(client, { msgid: 'msg-31', limit: undefined, cursor: undefined })

  expect(sent[0]?.body).toEqual({ msgid: 'msg-31' })
})

test('behavior: a status added later comes through', async () => {
  const later = { task_list: [{ userid: 'chenjie', status: 3 }], next_cursor: '' }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listMassMessageTasks(client, { msgid: 'msg-31' })).toEqual(later)
})

test('error: an empty id and a limit of 0 are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMassMessageTasks(client, { msgid: '', limit: 0 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMassMessageTasks failed: msgid: must not be empty; limit: Invalid value: Expected >=1 but received 0; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_groupmsg_task
    Docs: https://developer.work.weixin.qq.com/document/path/93338]
  `)
  expect(sent).toEqual([])
})

test('error: the message is still being dispatched', async () => {
  const { client } = createTestClient([{ errcode: 41063, errmsg: 'message is being dispatched' }], { retry: false })

  await expect(listMassMessageTasks(client, { msgid: 'msg-31' })).rejects.toMatchObject({ errcode: 41063 })
})
