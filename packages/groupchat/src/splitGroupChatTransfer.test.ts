import { expect, test } from 'vitest'
import { splitGroupChatTransfer } from './splitGroupChatTransfer.ts'

const params = { chat_id_list: ['wr1', 'wr2', 'wr3'] }

test('default', () => {
  const failed_chat_list = [{ chat_id: 'wr2', errcode: 90501, errmsg: 'no customer group' }]

  expect(splitGroupChatTransfer(params, { failed_chat_list })).toEqual({
    accepted: ['wr1', 'wr3'],
    failed: failed_chat_list,
  })
})

test.each([{}, { failed_chat_list: [] }])('behavior: without failures all are accepted: %o', (result) => {
  expect(splitGroupChatTransfer(params, result)).toEqual({ accepted: ['wr1', 'wr2', 'wr3'], failed: [] })
})

test.each([undefined, null])('behavior: a list that is %s counts as empty', (list) => {
  const failed_chat_list = [{ chat_id: 'wr2', errcode: 90501, errmsg: 'no customer group' }]

  expect(splitGroupChatTransfer(params, { failed_chat_list: list })).toEqual({
    accepted: ['wr1', 'wr2', 'wr3'],
    failed: [],
  })
  expect(splitGroupChatTransfer({ chat_id_list: list }, { failed_chat_list })).toEqual({
    accepted: [],
    failed: failed_chat_list,
  })
})
