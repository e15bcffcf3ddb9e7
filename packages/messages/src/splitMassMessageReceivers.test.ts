import { expect, test } from 'vitest'
import type { CreateMassMessageParams } from './createMassMessage.ts'
import { splitMassMessageReceivers } from './splitMassMessageReceivers.ts'

const text = { content: '周六休息一天' }

test('default', () => {
  const params: CreateMassMessageParams = { external_userid: ['wm1', 'wm2', 'wm3'], text }

  expect(splitMassMessageReceivers(params, { fail_list: ['wm2'] })).toEqual({
    accepted: ['wm1', 'wm3'],
    failed: ['wm2'],
  })
})

test('behavior: group chats', () => {
  const params: CreateMassMessageParams = { chat_type: 'group', sender: 'chenjie', chat_id_list: ['wr1', 'wr2'], text }

  expect(splitMassMessageReceivers(params, { fail_list: ['wr1'] })).toEqual({ accepted: ['wr2'], failed: ['wr1'] })
})

test.each([
  { chat_type: 'single' as const, accepted: ['wm1'] },
  { chat_type: 'group' as const, accepted: ['wr1'] },
])('behavior: receivers of the other form, which WeCom ignores, are not accepted: $chat_type', (expected) => {
  const { chat_type, accepted } = expected
  const params = { chat_type, external_userid: ['wm1', 'wm2'], chat_id_list: ['wr1', 'wr2'] }

  expect(splitMassMessageReceivers(params, { fail_list: ['wm2', 'wr2'] })).toEqual({ accepted, failed: ['wm2', 'wr2'] })
})

test('behavior: of receivers that were not named only those that were refused are known', () => {
  const params: CreateMassMessageParams = { sender: 'chenjie', text }

  expect(splitMassMessageReceivers(params, { fail_list: ['wm2'] })).toEqual({ accepted: undefined, failed: ['wm2'] })
})

test.each([undefined, null])('behavior: a list that is %s counts as empty', (list) => {
  expect(splitMassMessageReceivers({ external_userid: ['wm1'] }, { fail_list: list })).toEqual({
    accepted: ['wm1'],
    failed: [],
  })
  expect(splitMassMessageReceivers({ external_userid: list, chat_id_list: list }, { fail_list: ['wm1'] })).toEqual({
    accepted: undefined,
    failed: ['wm1'],
  })
})
