import { expect, test } from 'vitest'
import type { CreateMassMessageParams } from './createMassMessage.ts'
import { partitionMassMessageReceivers } from './partitionMassMessageReceivers.ts'

const text = { content: '周六休息一天' }
const params: CreateMassMessageParams = { external_userid: ['wm1', 'wm2', 'wm3'], text }

test('default', () => {
  expect(partitionMassMessageReceivers({ fail_list: ['wm2'] }, params)).toEqual({
    succeeded: ['wm1', 'wm3'],
    failed: ['wm2'],
  })
})

test('behavior: group chats', () => {
  const toGroups: CreateMassMessageParams = {
    chat_type: 'group',
    sender: 'chenjie',
    chat_id_list: ['wr1', 'wr2'],
    text,
  }

  expect(partitionMassMessageReceivers({ fail_list: ['wr1'] }, toGroups)).toEqual({
    succeeded: ['wr2'],
    failed: ['wr1'],
  })
})

test.each([
  { chat_type: 'single' as const, succeeded: ['wm1'] },
  { chat_type: 'group' as const, succeeded: ['wr1'] },
])('behavior: receivers of the other form, which WeCom ignores, did not succeed: $chat_type', (expected) => {
  const { chat_type, succeeded } = expected
  const both = { chat_type, external_userid: ['wm1', 'wm2'], chat_id_list: ['wr1', 'wr2'] }

  expect(partitionMassMessageReceivers({ fail_list: ['wm2', 'wr2'] }, both)).toEqual({
    succeeded,
    failed: ['wm2', 'wr2'],
  })
})

test('behavior: without named receivers, only the refused ones are known', () => {
  const ofSender: CreateMassMessageParams = { sender: 'chenjie', text }

  expect(partitionMassMessageReceivers({ fail_list: ['wm2'] }, ofSender)).toEqual({
    succeeded: undefined,
    failed: ['wm2'],
  })
})

test.each([{}, { fail_list: null }, { fail_list: [] }])('behavior: without failures all succeeded: %o', (result) => {
  expect(partitionMassMessageReceivers(result, params)).toEqual({ succeeded: ['wm1', 'wm2', 'wm3'], failed: [] })
})
