import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMomentTasks, type ListMomentTasksResult } from './listMomentTasks.ts'

const result: ListMomentTasksResult = {
  task_list: [
    { userid: 'chenjie', publish_status: 1 },
    { userid: 'wangfang', publish_status: 0 },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listMomentTasks(client, { moment_id: 'mom-7', cursor: 'page-1', limit: 2 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_moment_task',
      query: {},
      token: 'test-token',
      body: { moment_id: 'mom-7', cursor: 'page-1', limit: 2 },
    },
  ])
})

test('behavior: an empty cursor and a limit above 1000 are sent, because WeCom accepts both', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', task_list: [], next_cursor: '' }])

  await listMomentTasks(client, { moment_id: 'mom-7', cursor: '', limit: 1001 })

  expect(sent[0]?.body).toEqual({ moment_id: 'mom-7', cursor: '', limit: 1001 })
})

test('behavior: values added later come through', async () => {
  const later = { task_list: [{ userid: 'chenjie', publish_status: 2 }] }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listMomentTasks(client, { moment_id: 'mom-7', cursor: undefined })).toEqual(later)
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMomentTasks(client, { moment_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMomentTasks failed: moment_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_moment_task
    Docs: https://developer.work.weixin.qq.com/document/path/93333]
  `)
  expect(sent).toEqual([])
})

test('error: the moment is one of a member', async () => {
  const { client } = createTestClient([{ errcode: 41067, errmsg: 'invalid moment_id type, hint: [3105]' }])

  await expect(listMomentTasks(client, { moment_id: 'mom-8' })).rejects.toMatchObject({ kind: 'api', errcode: 41067 })
})
