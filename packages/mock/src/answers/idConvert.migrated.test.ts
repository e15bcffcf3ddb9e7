import { expect, test } from 'vitest'
import { fieldsFor } from '../callbacks/events.ts'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { groupChat, joined } from '../fixtures/groupCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller, type RawCaller, readJson } from '../fixtures/rawCaller.ts'
import { fetchFile, formOf, png, sendForm } from '../fixtures/rawForm.ts'

/**
 * Creates a corp with two apps. `made` makes calls as the app that the service provider developed, `own` makes calls as
 * an app of the corp itself.
 *
 * @param migrated - kinds of ids that are migrated to the provider's ids, as in `Provider.migrated`. 3 means
 *   external_userid.
 */
function open(migrated: 3[] = [3]): { corp: FakeCorp; made: RawCaller; own: RawCaller } {
  const given = providerCorp()
  const group = groupChat('wrAnna', 'anna', [joined('ben', 1), joined('wm1', 2)])
  const corp = createFakeCorp({
    state: { ...given, provider: given.provider && { ...given.provider, migrated }, group_chats: [group] },
  })
  return { corp, made: createRawCaller(corp, 'permanent-made'), own: createRawCaller(corp, 'secret-all') }
}

const remarkOf = (corp: FakeCorp) => corp.follows.find('anna', 'wm1')?.remark

test('before the migration all apps use the corp’s ids of customers', () => {
  const { made, own } = open([])

  for (const app of [made, own]) {
    expect(app.get('externalcontact/list', { userid: 'anna' })).toMatchObject({
      external_userid: ['wm1', 'wm2', 'wo3'],
    })
  }
})

test('after the migration a provider’s app gets and must send the provider’s ids', () => {
  const { corp, made } = open()
  expect(made.get('externalcontact/list', { userid: 'anna' })['external_userid']).toEqual([
    'wmSvc_1',
    'wmSvc_2',
    'woSvc_3',
  ])
  expect(made.get('externalcontact/get', { external_userid: 'wmSvc_1' })).toMatchObject({
    external_contact: { external_userid: 'wmSvc_1' },
    follow_user: [{ userid: 'anna', oper_userid: 'wmSvc_1' }, { userid: 'dora' }],
  })
  expect(made.get('externalcontact/get', { external_userid: 'wm1' })).toMatchObject({ errcode: 40096 })

  const remark = (external_userid: string) =>
    made.post('externalcontact/remark', { userid: 'anna', external_userid, remark: external_userid })
  expect(remark('wm1')).toMatchObject({ errcode: 40096 })
  expect(remarkOf(corp)).toBe('')
  expect(remark('wmSvc_1')).toMatchObject({ errcode: 0 })
  expect(remarkOf(corp)).toBe('wmSvc_1')
})

test('a list answers in the ids that were sent', () => {
  const { made } = open()
  const handOver = { handover_userid: 'anna', takeover_userid: 'ben', external_userid: ['wmSvc_2', 'wm1', 'unknown'] }

  expect(made.post('externalcontact/transfer_customer', handOver)).toMatchObject({
    customer: [
      { external_userid: 'wmSvc_2', errcode: 0 },
      { external_userid: 'wm1', errcode: 40096 },
      { external_userid: 'unknown', errcode: 40096 },
    ],
  })
})

test('in a group customers have the provider’s ids, members their own', () => {
  const { made } = open()

  expect(made.post('externalcontact/groupchat/get', { chat_id: 'wrAnna' })).toMatchObject({
    group_chat: {
      owner: 'anna',
      member_list: [{ userid: 'anna' }, { userid: 'ben' }, { userid: 'wmSvc_1' }],
    },
  })
})

test('the corp’s own apps keep its ids, and know no others', () => {
  const { own } = open()

  expect(own.get('externalcontact/get', { external_userid: 'wm1' })).toMatchObject({
    external_contact: { external_userid: 'wm1' },
  })
  expect(own.get('externalcontact/get', { external_userid: 'wmSvc_1' })).toMatchObject({ errcode: 40096 })
})

test('the calls that convert take both', () => {
  const { made } = open()

  expect(made.post('externalcontact/get_new_external_userid', { external_userid_list: ['wm1', 'wmSvc_2'] })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    items: [
      { external_userid: 'wm1', new_external_userid: 'wmSvc_1' },
      { external_userid: 'wmSvc_2', new_external_userid: 'wmSvc_2' },
    ],
  })
  for (const external_userid of ['wm1', 'wmSvc_1']) {
    expect(made.post('externalcontact/to_service_external_userid', { external_userid })).toMatchObject({
      external_userid: 'wmSvc_1',
    })
  }
  expect(made.post('idconvert/unionid_to_external_userid', { unionid: 'owm1', openid: 'o1' })).toMatchObject({
    external_userid: 'wmSvc_1',
  })
})

test('events have the ids that their receiver uses', () => {
  const { corp } = open()
  const [event] = corp.people.customerAddsMember({ userid: 'ben', external_userid: 'wm5' }).events
  if (!event) throw new Error('nobody was told')
  const settings = { url: 'http://127.0.0.1/', token: 'token', encodingAesKey: 'a'.repeat(43) }

  expect(fieldsFor(corp, settings, event)).toMatchObject({ UserID: 'ben', ExternalUserID: 'wm5' })
  expect(fieldsFor(corp, { ...settings, suiteId: 'wwsuite' }, event)).toMatchObject({
    UserID: 'ben',
    ExternalUserID: 'wmSvc_5',
  })
})

test('files go up and down as they are', () => {
  const { corp } = open()
  const state = corp.state()
  corp.reset({ ...state, apps: state.apps.toReversed() })
  expect(corp.apps.list()[0]).toMatchObject({ name: 'made' })
  const { media_id } = readJson(sendForm(corp, '/cgi-bin/media/upload?type=image', formOf(png)))

  expect(fetchFile(corp, '/cgi-bin/media/get', String(media_id))).toMatchObject({ status: 200, body: png })
})
