import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getMomentTaskResult, type GetMomentTaskResultResult } from './getMomentTaskResult.ts'

const result: GetMomentTaskResultResult = {
  status: 3,
  type: 'add_moment_task',
  result: {
    errcode: 0,
    errmsg: 'ok',
    moment_id: 'mom-7',
    invalid_sender_list: { user_list: ['nobody'], department_list: [99] },
    invalid_external_contact_list: { tag_list: ['et9'] },
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getMomentTaskResult(client, { jobid: 'job-31' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/cgi-bin/externalcontact/get_moment_task_result',
      query: { jobid: 'job-31' },
      token: 'test-token',
    },
  ])
})

test('behavior: a task that is being created has no result', async () => {
  const running = { status: 2, type: 'add_moment_task' }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...running }])

  expect(await getMomentTaskResult(client, { jobid: 'job-31' })).toEqual(running)
})

test('behavior: a creation that failed is a result, not an error', async () => {
  const failed = { status: 3, type: 'add_moment_task', result: { errcode: 41064, errmsg: 'invalid attachments size' } }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...failed }])

  expect(await getMomentTaskResult(client, { jobid: 'job-31' })).toEqual(failed)
})

test('behavior: fields and values added later come through', async () => {
  const later = { status: 4, type: 'edit_moment_task', result: { field_added_later: true } }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getMomentTaskResult(client, { jobid: 'job-31' })).toEqual(later)
})

test('error: a jobid of more than 64 bytes is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getMomentTaskResult(client, { jobid: '号'.repeat(22) })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getMomentTaskResult failed: jobid: Invalid bytes: Expected <=64 but received 66; nothing was sent

    Endpoint: GET /cgi-bin/externalcontact/get_moment_task_result
    Docs: https://developer.work.weixin.qq.com/document/path/95094]
  `)
  expect(sent).toEqual([])
})

test('error: there is no such job', async () => {
  const { client } = createTestClient([{ errcode: 40088, errmsg: 'jobid not found, hint: [3102]' }])

  await expect(getMomentTaskResult(client, { jobid: 'job-0' })).rejects.toMatchObject({ kind: 'api', errcode: 40088 })
})
