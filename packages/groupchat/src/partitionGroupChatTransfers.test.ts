import { expect, test } from 'vitest'
import { partitionGroupChatTransfers } from './partitionGroupChatTransfers.ts'

const params = { chat_id_list: ['wr1', 'wr2', 'wr3'] }

test('default', () => {
  const failed_chat_list = [{ chat_id: 'wr2', errcode: 90501, errmsg: 'no customer group' }]

  expect(partitionGroupChatTransfers({ failed_chat_list }, params)).toEqual({
    succeeded: ['wr1', 'wr3'],
    failed: failed_chat_list,
  })
})

test.each([{}, { failed_chat_list: null }, { failed_chat_list: [] }])(
  'behavior: without failures all succeeded: %o',
  (result) => {
    expect(partitionGroupChatTransfers(result, params)).toEqual({ succeeded: ['wr1', 'wr2', 'wr3'], failed: [] })
  },
)
