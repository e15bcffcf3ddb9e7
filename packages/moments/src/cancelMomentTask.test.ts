import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { cancelMomentTask } from './cancelMomentTask.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await cancelMomentTask(client, { moment_id: 'mom-7' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/cancel_moment_task',
      query: {},
      token: 'test-token',
      body: { moment_id: 'mom-7' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(cancelMomentTask(client, { moment_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: cancelMomentTask failed: moment_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/cancel_moment_task
    Docs: https://developer.work.weixin.qq.com/document/path/97612]
  `)
  expect(sent).toEqual([])
})

test('behavior: a moment that is still being handed out is tried again', async () => {
  const { client, sent } = createTestClient(
    [
      { errcode: 41079, errmsg: 'moment is being dispatched, hint: [3104]' },
      { errcode: 0, errmsg: 'ok' },
    ],
    { retry: { minDelay: 0 } },
  )

  expect(await cancelMomentTask(client, { moment_id: 'mom-7' })).toEqual({})
  expect(sent).toHaveLength(2)
})

test('error: the moment was not made by the corp', async () => {
  const { client } = createTestClient([{ errcode: 41067, errmsg: 'invalid moment_id type, hint: [3109]' }])

  await expect(cancelMomentTask(client, { moment_id: 'mom-8' })).rejects.toMatchObject({ kind: 'api', errcode: 41067 })
})
