import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import type { GroupChatJoinWay } from './getGroupChatJoinWay.ts'
import { toGroupChatJoinWayParams } from './toGroupChatJoinWayParams.ts'
import { updateGroupChatJoinWay } from './updateGroupChatJoinWay.ts'

const settings = {
  config_id: 'way-1',
  scene: 2,
  remark: '门口海报',
  auto_create_room: 1,
  room_base_name: '花友群',
  room_base_id: 10,
  chat_id_list: ['wr1', 'wr2'],
  state: 'shop-7',
  mark_source: true,
}

const joinWay: GroupChatJoinWay = { ...settings, qr_code: 'https://example.com/qr.png' }

test('default', () => {
  expect(toGroupChatJoinWayParams(joinWay)).toEqual(settings)
})

test('behavior: a setting added later is kept', () => {
  const later = { ...joinWay, setting_added_later: true }

  expect(toGroupChatJoinWayParams(later)).toMatchObject({ setting_added_later: true })
})

test('error: a scene added later is refused by the update', async () => {
  const { client, sent } = createTestClient([])

  await expect(updateGroupChatJoinWay(client, toGroupChatJoinWayParams({ ...joinWay, scene: 3 }))).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: updateGroupChatJoinWay failed: scene: Invalid type: Expected (1 | 2); nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/update_join_way
    Docs: https://developer.work.weixin.qq.com/document/path/92229]
  `)
  expect(sent).toEqual([])
})
