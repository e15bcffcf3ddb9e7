import { listContactIds } from '@wecom/contacts'
import { toFile, uploadMedia } from '@wecom/media'
import { createMassMessage, getMassMessageResultLegacy, listMassMessages, listMassMessageTasks } from '@wecom/messages'
import { createCorpTags, markCustomerTags } from '@wecom/tags'
import { expect, test } from 'vitest'
import { openStory } from '../fixtures/openStory.ts'
import { png } from '../fixtures/rawForm.ts'

test('a campaign: customers chosen by a tag, a picture, who sent it, and whom it reached', async () => {
  const { corp, client } = openStory()
  const { tag_group } = await createCorpTags(client, { group_name: '活动', tag: [{ name: '春季' }] })
  const tag_id = tag_group.tag[0]?.id ?? ''
  const ofMember = async (userid: string) => (await listContactIds(client, { userid })).external_userid
  const [kept = '', lost = ''] = await ofMember('wangfang')
  const elsewhere = (await ofMember('lina')).at(-1) ?? ''
  for (const [userid, external_userid] of [
    ['wangfang', kept],
    ['wangfang', lost],
    ['lina', elsewhere],
  ] as const) {
    await markCustomerTags(client, { userid, external_userid, add_tag: [tag_id] })
  }

  const { media_id } = await uploadMedia(client, { type: 'image', media: await toFile(png, 'poster.png') })
  const { msgid } = await createMassMessage(client, {
    tag_filter: { group_list: [{ tag_list: [tag_id] }] },
    text: { content: '春季新品' },
    attachments: [{ msgtype: 'image', image: { media_id } }],
  })
  corp.people.customerDeletesMember({ userid: 'wangfang', external_userid: lost })
  corp.people.memberConfirmsMassMessage({ userid: 'wangfang', msgid })
  corp.people.memberIgnoresMassMessage({ userid: 'lina', msgid })

  const { task_list } = await listMassMessageTasks(client, { msgid })
  expect(task_list).toMatchObject([
    { userid: 'wangfang', status: 2 },
    { userid: 'lina', status: 0 },
  ])
  const { detail_list } = await getMassMessageResultLegacy(client, { msgid })
  expect(detail_list.map(({ external_userid, status }) => [external_userid, status])).toEqual([
    [kept, 1],
    [lost, 2],
    [elsewhere, 0],
  ])
  const end_time = corp.clock.seconds()
  const { group_msg_list } = await listMassMessages(client, {
    chat_type: 'single',
    start_time: end_time - 3600,
    end_time,
  })
  expect(group_msg_list).toMatchObject([{ msgid, text: { content: '春季新品' } }])
})
