import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { follow, smallCorp, smallCorpTime, wechatUser } from '../fixtures/smallCorp.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'
import type { PartialState } from '../state/CorpState.ts'

const filter = (...groups: string[][]): object => ({
  tag_filter: { group_list: groups.map((tag_list) => ({ tag_list })) },
})
const text = { content: '新品到店' }

interface TestCorp {
  readonly corp: FakeCorp
  readonly create: (body: object) => Record<string, unknown>
  /**
   * Creates a mass message. The result contains the receivers (external_userids or chat_ids) of each sending member.
   * The key is the userid of the member.
   */
  readonly receiversOf: (body: object) => Record<string, (string | undefined)[]>
}

function open(change: Partial<PartialState> = {}): TestCorp {
  const corp = createFakeCorp({ state: { ...smallCorp(), ...change } })
  const create = (body: object): Record<string, unknown> =>
    createRawCaller(corp).post('externalcontact/add_msg_template', { text, ...body })
  return {
    corp,
    create,
    receiversOf: (body) => {
      const { tasks = [] } = corp.massMessages.find(String(create(body)['msgid'])) ?? {}
      return Object.fromEntries(
        tasks.map(({ userid, deliveries }) => [
          userid,
          deliveries.map(({ external_userid, chat_id }) => external_userid ?? chat_id),
        ]),
      )
    },
  }
}

test('named customers: those who cannot be reached are in fail_list, the others get a task', () => {
  const { corp, create } = open()
  const answer = create({ external_userid: ['wm1', 'unknown', 'wo3', 'wm5', 'wm1'] })

  expect(answer).toEqual({
    errcode: 0,
    errmsg: 'ok',
    fail_list: ['unknown', 'wm5'],
    msgid: expect.stringMatching(/^msg[\w-]+$/),
  })
  expect(corp.massMessages.find(String(answer['msgid']))).toMatchObject({
    chat_type: 'single',
    create_time: smallCorpTime,
    create_type: 0,
    text,
  })
})

test('no receiver left: 41048, and no message is created', () => {
  const { corp, create } = open()

  expect(create({ external_userid: ['unknown', 'wm4'] })).toMatchObject({ errcode: 41048, fail_list: [] })
  expect(create({ sender: 'ben' })).toMatchObject({ errcode: 41048 })
  expect(create({ sender: 'ben', external_userid: ['wm1'] })).toMatchObject({ errcode: 41048 })
  expect(create({ sender: 'ben', chat_type: 'group' })).toMatchObject({ errcode: 41048 })
  expect(corp.massMessages.list()).toEqual([])
})

test('a customer of several members is asked for once: from whom they talked with last', () => {
  const { follows = [] } = smallCorp()
  const later = { ...follow('ben', 'wm1'), createtime: smallCorpTime - 60 }
  const { corp, receiversOf } = open({ follows: [...follows, later] })

  expect(receiversOf({ external_userid: ['wm1', 'wm2'] })).toEqual({ ben: ['wm1'], anna: ['wm2'] })
  corp.people.memberWritesToCustomer({ userid: 'dora', external_userid: 'wm1' })
  expect(receiversOf({ external_userid: ['wm1', 'wm2'] })).toEqual({ dora: ['wm1'], anna: ['wm2'] })
  expect(receiversOf({ external_userid: ['wm1'], sender: 'anna' })).toEqual({ anna: ['wm1'] })
})

test('a sender alone means all customers of that member, but for those who have left', () => {
  const { follows = [] } = smallCorp()
  const left = { ...follow('anna', 'wm4'), customer_left_at: smallCorpTime - 60 }
  const { receiversOf } = open({ follows: [...follows, left] })

  expect(receiversOf({ sender: 'anna' })).toEqual({ anna: ['wm1', 'wm2', 'wo3'] })
})

test('tags: any of a group, all groups together; named customers win', () => {
  const { follows = [] } = smallCorp()
  const tagged = { ...follow('ben', 'wm4'), tag_ids: ['et1'] }
  const { receiversOf, create } = open({ follows: [...follows, tagged] })

  expect(receiversOf(filter(['et1']))).toEqual({ anna: ['wm1'], ben: ['wm4'] })
  expect(receiversOf(filter(['et1', 'st1'], ['st1']))).toEqual({ anna: ['wm1'] })
  expect(receiversOf({ ...filter(['et1']), sender: 'ben' })).toEqual({ ben: ['wm4'] })
  expect(receiversOf({ ...filter(['st1']), external_userid: ['wm2'] })).toEqual({ anna: ['wm2'] })
  expect(create(filter(['other']))).toMatchObject({ errcode: 41048 })
})

test('an app asks members in its sight only', () => {
  const { corp } = open()
  const sales = createRawCaller(corp, 'secret-sales')
  const create = (body: object): unknown => sales.post('externalcontact/add_msg_template', { text, ...body })

  expect(create({ external_userid: ['wm1'] })).toMatchObject({ errcode: 0, fail_list: [] })
  expect(corp.massMessages.list()).toMatchObject([{ tasks: [{ userid: 'anna' }] }])
  expect(create({ sender: 'dora' })).toMatchObject({ errcode: 60011 })
  expect(create({ sender: 'carl' })).toMatchObject({ errcode: 40003 })
  expect(create({ sender: 'nobody' })).toMatchObject({ errcode: 40003 })
  const all = createRawCaller(corp)
  expect(all.post('externalcontact/add_msg_template', { text, sender: 'emil' })).toMatchObject({ errcode: 84074 })
})

const group = { name: '群', owner: 'anna', create_time: 1_700_000_000, admins: [], members: [], handovers: [] }

test('groups: those of the sender; without a list the owner picks later', () => {
  const { receiversOf, create } = open({
    group_chats: [
      { ...group, chat_id: 'wr1' },
      { ...group, chat_id: 'wr2', owner: 'dora' },
      { ...group, chat_id: 'wr3', dismissed_at: smallCorpTime },
    ],
  })
  const chat_type = 'group'

  expect(create({ chat_type, sender: 'anna', chat_id_list: ['wr1', 'wr2', 'wr3'] })).toMatchObject({
    errcode: 0,
    fail_list: ['wr2', 'wr3'],
  })
  expect(receiversOf({ chat_type, sender: 'anna' })).toEqual({ anna: [] })
  expect(receiversOf({ chat_type: 'single', external_userid: ['wm1'], chat_id_list: ['wr1'] })).toEqual({
    anna: ['wm1'],
  })
  expect(create({ chat_type, chat_id_list: ['wr1'] })).toMatchObject({ errcode: 40058 })
  expect(create({ external_userid: ['wr1'] })).toMatchObject({ errcode: 41056 })
})

test.for([
  ['no receivers', { external_userid: undefined }, 40058],
  ['too many receivers', { external_userid: Array.from({ length: 10_001 }, (_, index) => `wm${index}`) }, 40058],
  ['nothing to say', { text: { content: '' } }, 40058],
  ['too long', { text: { content: '长'.repeat(1334) } }, 40058],
  [
    'ten attachments',
    { attachments: Array.from({ length: 10 }, () => ({ msgtype: 'file', file: { media_id: 'x' } })) },
    41064,
  ],
  ['an unknown kind', { attachments: [{ msgtype: 'voice', voice: { media_id: 'x' } }] }, 41065],
  ['a kind without its object', { attachments: [{ msgtype: 'file', video: { media_id: 'x' } }] }, 40058],
  ['a picture from elsewhere', { attachments: [{ msgtype: 'image', image: { pic_url: 'https://x/1' } }] }, 40058],
  ['an unknown file', { attachments: [{ msgtype: 'file', file: { media_id: 'x' } }] }, 40007],
] as const)('refused: %s', ([, body, errcode]) => {
  expect(open().create({ external_userid: ['wm1'], ...body })).toMatchObject({ errcode })
})

test('files: three days old at most, of the right kind, uploaded for messages', () => {
  const { corp, create } = open()
  const [image, video, moment] = [
    uploadedFile(corp, 'image'),
    uploadedFile(corp, 'video'),
    uploadedFile(corp, 'image', 1),
  ]
  const errcodeOf = (attachment: object): unknown => create({ sender: 'anna', attachments: [attachment] })['errcode']

  expect(errcodeOf({ msgtype: 'image', image: { media_id: image } })).toBe(0)
  expect(errcodeOf({ msgtype: 'video', video: { media_id: video } })).toBe(0)
  expect(errcodeOf({ msgtype: 'image', image: { media_id: video } })).toBe(40007)
  expect(errcodeOf({ msgtype: 'image', image: { media_id: moment } })).toBe(40007)
  expect(
    errcodeOf({ msgtype: 'miniprogram', miniprogram: { title: '店', pic_media_id: video, appid: 'wx1', page: 'p' } }),
  ).toBe(40007)
  corp.clock.advance({ days: 3 })
  expect(errcodeOf({ msgtype: 'image', image: { media_id: image } })).toBe(40007)
})

test('of a picture given twice the media_id counts; of the older fields the first', () => {
  const { corp, create } = open()
  const media_id = uploadedFile(corp, 'image')
  const link = { title: '目录', url: 'https://example.com', unknown: 1 }
  create({ sender: 'anna', attachments: [{ msgtype: 'image', image: { media_id, pic_url: 'https://x' } }], link })
  create({ sender: 'anna', link, miniprogram: { title: '店', pic_media_id: 'x', appid: 'wx1', page: 'p' } })

  expect(corp.massMessages.list().map(({ attachments }) => attachments)).toEqual([
    [{ msgtype: 'image', image: { media_id } }],
    [{ msgtype: 'link', link: { title: '目录', url: 'https://example.com' } }],
  ])
})

test('receivers at their limit fail: one message a day here, by the day of Beijing', () => {
  const { corp, create } = open({ mass_message_limit: 'day' })
  corp.people.memberSendsMassMessage({ userid: 'dora', text: '你好', external_userid: ['wm1'] })

  expect(create({ external_userid: ['wm1', 'wm2'] })).toMatchObject({ fail_list: ['wm1'] })
  corp.clock.set('2026-03-01T15:59:59.000Z')
  expect(create({ external_userid: ['wm1'] })).toMatchObject({ errcode: 41048 })
  corp.clock.set('2026-03-01T16:00:00.000Z')
  expect(create({ external_userid: ['wm1'] })).toMatchObject({ fail_list: [] })
})

test('a large message takes a moment to be handed out', () => {
  const customers = Array.from({ length: 2500 }, (_, index) => wechatUser(`wm${index}`))
  const { corp, create } = open({
    customers: [...(smallCorp().customers ?? []), ...customers.slice(6)],
    follows: customers.slice(6).map(({ external_userid }) => follow('anna', external_userid)),
  })
  const { msgid } = create({ sender: 'anna' })
  const tasks = (): unknown => createRawCaller(corp).post('externalcontact/get_groupmsg_task', { msgid })

  expect(tasks()).toMatchObject({ errcode: 41063, task_list: [] })
  corp.clock.advance({ seconds: 1 })
  expect(tasks()).toMatchObject({ errcode: 41063 })
  corp.clock.advance({ seconds: 1 })
  expect(tasks()).toMatchObject({ errcode: 0, task_list: [{ userid: 'anna', status: 0 }] })
})
