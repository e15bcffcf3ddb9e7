import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getMassMessageProgress } from './getMassMessageProgress.ts'

const chenjie = { userid: 'chenjie', status: 2, send_time: 1_760_000_000 }
const wangfang = { userid: 'wangfang', status: 0 }
const liuyang = { userid: 'liuyang', status: 1, send_time: 1_760_000_060 }

test('default', async () => {
  const { client, sent } = createTestClient([
    { task_list: [chenjie, wangfang], next_cursor: 'page-2' },
    { task_list: [liuyang], next_cursor: '' },
  ])

  expect(await getMassMessageProgress(client, { msgid: 'msg1' })).toEqual({
    total: 3,
    sentCount: 2,
    unsentCount: 1,
    sent: [chenjie, liuyang],
    unsent: [wangfang],
  })
  expect(sent.map(({ body }) => body)).toEqual([
    { msgid: 'msg1', limit: 1000 },
    { msgid: 'msg1', limit: 1000, cursor: 'page-2' },
  ])
})

test('behavior: a status that is not known does not count as sent', async () => {
  const { client } = createTestClient([{ task_list: [{ userid: 'chenjie', status: 3 }] }])

  expect(await getMassMessageProgress(client, { msgid: 'msg1' })).toMatchObject({ sentCount: 0, unsentCount: 1 })
})

test('error: a failing page fails the whole call', async () => {
  const { client } = createTestClient([
    { task_list: [chenjie], next_cursor: 'page-2' },
    { errcode: 50100, errmsg: 'invalid cursor, hint: [2610]' },
  ])

  await expect(getMassMessageProgress(client, { msgid: 'msg1' })).rejects.toMatchObject({ errcode: 50100 })
})
