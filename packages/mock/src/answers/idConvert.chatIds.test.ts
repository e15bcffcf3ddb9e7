import { expect, test } from 'vitest'
import { fieldsFor } from '../callbacks/events.ts'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { groupChat, joined } from '../fixtures/groupCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller, createSuiteAppCaller, type RawCaller, readJson, sendRaw } from '../fixtures/rawCaller.ts'

const day = 24 * 3600

/**
 * Creates a corp, with a caller for each of three apps:
 * - `made`: the app that the service provider developed
 * - `third`: the third-party app. Its visible range is the sales department.
 * - `own`: an app of the corp itself
 */
function open(): { corp: FakeCorp; made: RawCaller; third: RawCaller; own: RawCaller } {
  const groups = [groupChat('wrAnna', 'anna', [joined('ben', 1), joined('wm1', 2)]), groupChat('wrEmil', 'emil', [])]
  const corp = createFakeCorp({ state: { ...providerCorp(), group_chats: groups } })
  return {
    corp,
    made: createRawCaller(corp, 'permanent-made'),
    third: createSuiteAppCaller(corp, 'wwsuite'),
    own: createRawCaller(corp, 'secret-all'),
  }
}

const schedule = (app: RawCaller, upgrade_time: number): unknown =>
  app.post('idconvert/apply_to_upgrade_chatid', { upgrade_time })['errcode']
const convert = (app: RawCaller, chat_id_list: readonly string[]): unknown =>
  app.post('idconvert/chatid', { chat_id_list })
const get = (app: RawCaller, chat_id: string): unknown => app.post('externalcontact/groupchat/get', { chat_id })
const list = (app: RawCaller): unknown => app.post('externalcontact/groupchat/list', { limit: 10 })['group_chat_list']

test('until its upgrade is scheduled, a provider-developed app knows the corp’s ids of group chats only', () => {
  const { made } = open()

  expect(list(made)).toMatchObject([{ chat_id: 'wrAnna' }])
  expect(get(made, 'wrSvc_Anna')).toMatchObject({ errcode: 40050 })
  expect(convert(made, ['wrAnna'])).toMatchObject({ errcode: 48002, items: [] })
})

test('between the schedule and its day the app may send both, gets the corp’s, and converts', () => {
  const { corp, made, own } = open()
  expect(schedule(made, corp.clock.seconds() + day)).toBe(0)

  expect(list(made)).toMatchObject([{ chat_id: 'wrAnna' }])
  for (const chat_id of ['wrAnna', 'wrSvc_Anna']) {
    expect(get(made, chat_id)).toMatchObject({ errcode: 0, group_chat: { chat_id: 'wrAnna' } })
  }
  expect(convert(made, ['wrAnna', 'wrSvc_Anna', 'wrEmil', 'wrNone'])).toEqual({
    errcode: 0,
    errmsg: 'ok',
    items: [
      { chat_id: 'wrAnna', new_chat_id: 'wrSvc_Anna' },
      { chat_id: 'wrSvc_Anna', new_chat_id: 'wrSvc_Anna' },
    ],
    invalid_chat_id_list: ['wrEmil', 'wrNone'],
  })
  expect(get(own, 'wrSvc_Anna')).toMatchObject({ errcode: 40050 })
})

test('from its day on the app sends and gets the provider’s ids, and converts no more', () => {
  const { corp, made, own } = open()
  const at = corp.clock.seconds() + day
  schedule(made, at)
  corp.clock.set((at - 1) * 1000)
  const later = createRawCaller(corp, 'permanent-made')
  expect(list(later)).toMatchObject([{ chat_id: 'wrAnna' }])

  corp.clock.advance(1000)
  expect(list(later)).toMatchObject([{ chat_id: 'wrSvc_Anna' }])
  expect(get(later, 'wrSvc_Anna')).toMatchObject({ group_chat: { chat_id: 'wrSvc_Anna', owner: 'anna' } })
  expect(get(later, 'wrAnna')).toMatchObject({ errcode: 40050 })
  expect(
    later.post('externalcontact/groupchat/onjob_transfer', {
      chat_id_list: ['wrSvc_Anna', 'wrAnna'],
      new_owner: 'ben',
    }),
  ).toMatchObject({ errcode: 0, failed_chat_list: [{ chat_id: 'wrAnna', errcode: 90501 }] })
  expect(corp.groupChats.find('wrAnna')?.owner).toBe('ben')
  expect(convert(later, ['wrAnna'])).toMatchObject({ errcode: 48002 })
  expect(list(createRawCaller(corp))).toMatchObject([{ chat_id: 'wrAnna' }])
  expect(get(own, 'wrAnna')).toMatchObject({ errcode: 42001 })
})

test('the day is within the next week; it can be moved until it has come', () => {
  const { corp, made } = open()
  const now = corp.clock.seconds()

  expect([now - 1, now + 7 * day + 1].map((time) => schedule(made, time))).toEqual([40058, 40058])
  expect([now + 7 * day, now].map((time) => schedule(made, time))).toEqual([0, 0])
  expect(list(made)).toMatchObject([{ chat_id: 'wrSvc_Anna' }])
  expect(schedule(made, now + day)).toBe(0)
  expect(list(made)).toMatchObject([{ chat_id: 'wrSvc_Anna' }])
})

test('only provider-developed apps schedule and convert; third-party apps have the provider’s ids anyway', () => {
  const { corp, own, third } = open()

  for (const app of [own, third]) {
    expect(schedule(app, corp.clock.seconds() + day)).toBe(48002)
    expect(convert(app, ['wrAnna'])).toMatchObject({ errcode: 48002 })
  }
  expect(list(third)).toMatchObject([{ chat_id: 'wrSvc_Anna' }])
  expect(get(third, 'wrAnna')).toMatchObject({ errcode: 40050 })
})

test('events have the ids that their receiver gets', () => {
  const { corp, made } = open()
  const [event] = corp.people.groupChanges({ chat_id: 'wrAnna', name: '新名字' }).events
  const template = corp.apps.list().find(({ name }) => name === 'made')
  if (!event || !template) throw new Error('no event')
  const settings = { url: 'http://127.0.0.1/', token: 'token', encodingAesKey: 'a'.repeat(43) }
  const idFor = (receiver: object): unknown => fieldsFor(corp, { ...settings, ...receiver }, event)?.['ChatId']
  const agentId = corp.apps.agentidOf(template)

  expect([idFor({}), idFor({ agentId }), idFor({ suiteId: 'wwsuite' })]).toEqual(['wrAnna', 'wrAnna', 'wrSvc_Anna'])
  schedule(made, corp.clock.seconds())
  expect(idFor({ agentId })).toBe('wrSvc_Anna')
})

test('corps that authorize an upgraded template get the provider’s ids at once, others are not touched', () => {
  const { corp, made } = open()
  const callAsSuite = (method: string, path: string, suite_id: string, body: object = {}): unknown => {
    const suite = corp.provider.findSuite(suite_id)
    const token = suite && corp.suiteTokens.fetch(suite).access_token
    return readJson(sendRaw(corp, method, `/cgi-bin/${path}?suite_access_token=${token}`, JSON.stringify(body)))
  }
  const upgrade = (suite_id: string): unknown => callAsSuite('GET', 'idconvert/upgrade_chatid_for_new_corp', suite_id)
  expect([upgrade('wwsuite'), upgrade('dksuite')]).toMatchObject([{ errcode: 48002 }, { errcode: 0 }])
  expect(list(made)).toMatchObject([{ chat_id: 'wrAnna' }])

  corp.people.corpCancelsSuite({ suite_id: 'dksuite' })
  const { auth_code } = corp.people.corpAuthorizesSuite({ suite_id: 'dksuite' })
  callAsSuite('POST', 'service/v2/get_permanent_code', 'dksuite', { auth_code })
  const app = corp.apps.ofSuite('dksuite')
  expect(app?.chat_id_upgrade_at).toBe(corp.clock.seconds())
  expect(list(createRawCaller(corp, app?.secret))).toMatchObject([{ chat_id: 'wrSvc_Anna' }])
})
