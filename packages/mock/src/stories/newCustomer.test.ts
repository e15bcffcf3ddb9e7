import { createContactWay } from '@wecom/contact-way'
import { batchGetContactsByUser, getContact, updateContactRemark } from '@wecom/contacts'
import { toFile, uploadMedia } from '@wecom/media'
import { sendWelcomeMessage } from '@wecom/messages'
import { getUserBehaviorData } from '@wecom/stats'
import { createCorpTags, markCustomerTags } from '@wecom/tags'
import { expect, test } from 'vitest'
import { openStory } from '../fixtures/openStory.ts'
import { png } from '../fixtures/rawForm.ts'
import { textOf } from '../fixtures/textOf.ts'

test('a new customer: scanned, greeted with a picture, noted down, tagged, and counted the day after', async () => {
  const { corp, client } = openStory()
  const { config_id } = await createContactWay(client, { type: 1, scene: 2, user: ['zhangwei'], state: 'fair' })
  const { events } = corp.people.customerScansContactWay({ config_id, name: '孙悦' })
  const external_userid = textOf(events, 'ExternalUserID')
  expect(events).toMatchObject([{ ChangeType: 'add_external_contact', UserID: 'zhangwei', State: 'fair' }])

  const { media_id } = await uploadMedia(client, { type: 'image', media: await toFile(png, 'showroom.png') })
  await sendWelcomeMessage(client, {
    welcome_code: textOf(events, 'WelcomeCode'),
    text: { content: '欢迎来展厅' },
    attachments: [{ msgtype: 'image', image: { media_id } }],
  })

  const { tag_group } = await createCorpTags(client, { group_name: '来源', tag: [{ name: '展会' }] })
  const tag_id = tag_group.tag[0]?.id ?? ''
  const pair = { userid: 'zhangwei', external_userid }
  await markCustomerTags(client, { ...pair, add_tag: [tag_id] })
  await updateContactRemark(client, { ...pair, remark: '孙女士', remark_mobiles: ['13800000000'] })
  const { external_contact, follow_user } = await getContact(client, { external_userid })
  expect(external_contact.name).toBe('孙悦')
  expect(follow_user).toMatchObject([
    {
      userid: 'zhangwei',
      state: 'fair',
      remark: '孙女士',
      remark_mobiles: ['13800000000'],
      tags: [{ group_name: '来源', tag_name: '展会', tag_id, type: 1 }],
    },
  ])
  const { external_contact_list } = await batchGetContactsByUser(client, { userid_list: ['zhangwei'] })
  expect(external_contact_list.at(-1)).toMatchObject({
    external_contact: { external_userid },
    follow_info: { remark: '孙女士', tag_id: [tag_id] },
  })

  const today = corp.clock.seconds()
  corp.clock.advance({ days: 1 })
  const params = { userid: ['zhangwei'], start_time: today, end_time: today }
  expect(await getUserBehaviorData(client, params)).toMatchObject({ behavior_data: [{ new_contact_cnt: 1 }] })
})
