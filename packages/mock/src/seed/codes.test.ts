import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller, readJson, sendRaw } from '../fixtures/rawCaller.ts'
import { textOf } from '../fixtures/textOf.ts'
import { readState } from './loadState.ts'

function reload(corp: FakeCorp): void {
  const written: unknown = JSON.parse(JSON.stringify(corp.state()))
  corp.reset(readState(written))
  expect(corp.state()).toEqual(written)
}

test('a token stays valid after a reload until it expires', () => {
  const corp = createFakeCorp({ state: providerCorp() })
  const [caller, other] = [createRawCaller(corp, 'secret-all'), createRawCaller(corp, 'secret-sales')]
  corp.tokens.revokeOf(corp.apps.withSecret('secret-sales') ?? fail())
  reload(corp)

  expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 0 })
  expect(other.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 40014 })
  expect(createRawCaller(corp, 'secret-all').get('externalcontact/get_follow_user_list')).toMatchObject({
    errcode: 0,
  })
  expect(corp.tokens.issued).toBe(2)
  corp.clock.advance({ hours: 2 })
  reload(corp)
  expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 42001 })
})

test('a token of an app that is not there is invalid', () => {
  const corp = createFakeCorp({ state: providerCorp() })
  const caller = createRawCaller(corp, 'secret-all')
  corp.reset({ tokens: corp.state().tokens })

  expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 40014 })
})

test('ticket and token of a suite, and the token of the provider, stay valid after a reload', () => {
  const corp = createFakeCorp({ state: providerCorp() })
  const { suite_ticket } = corp.people.suiteTicketPushed({ suite_id: 'wwsuite' })
  const [suite, provider] = [corp.provider.findSuite('wwsuite') ?? fail(), corp.provider.get() ?? fail()]
  const tokens = [corp.suiteTokens.fetch(suite), corp.providerTokens.fetch(provider)]
  reload(corp)

  const body = JSON.stringify({ suite_id: 'wwsuite', suite_secret: 'suite-secret', suite_ticket })
  expect(readJson(sendRaw(corp, 'POST', '/cgi-bin/service/get_suite_token', body))).toMatchObject({
    suite_access_token: tokens[0]?.access_token,
  })
  expect(corp.providerTokens.fetch(corp.provider.get() ?? fail())).toEqual(tokens[1])
})

test('a welcome code is valid for the rest of its 20 seconds, and once', () => {
  const corp = createFakeCorp({ state: providerCorp() })
  const welcome_code = textOf(corp.people.customerAddsMember({ userid: 'anna' }).events, 'WelcomeCode')
  const late = textOf(corp.people.customerAddsMember({ userid: 'ben' }).events, 'WelcomeCode')
  const send = (code: string) =>
    createRawCaller(corp).post('externalcontact/send_welcome_msg', { welcome_code: code, text: { content: '你好' } })
  corp.clock.advance({ seconds: 19 })
  reload(corp)

  expect(send(welcome_code)).toMatchObject({ errcode: 0 })
  reload(corp)
  expect(send(welcome_code)).toMatchObject({ errcode: 41051 })
  corp.clock.advance({ seconds: 1 })
  expect(send(late)).toMatchObject({ errcode: 41050 })
})

test('a chat key gives the sender of a message', () => {
  const corp = createFakeCorp({ state: providerCorp() })
  corp.people.corpBuysAcquisitionQuota({ count: 1 })
  const call = (name: string, body: object) =>
    createRawCaller(corp).post(`externalcontact/customer_acquisition/${name}`, body)
  const { link } = call('create_link', { link_name: '春季', range: { user_list: ['ben'] } })
  const { link_id } = link as { link_id: string }
  const { external_userid } = corp.people.customerUsesAcquisitionLink({ link_id })
  const write = () => corp.people.customerWritesToMember({ userid: 'ben', external_userid }).events
  const [chat_key] = [write(), write(), write()].slice(2).map((events) => textOf(events, 'ChatKey'))
  reload(corp)

  const read = () => call('get_chat_info', { chat_key })
  expect(read()).toMatchObject({ errcode: 0, userid: 'ben', external_userid, chat_info: { recv_msg_cnt: 3, link_id } })
  corp.clock.advance({ minutes: 30 })
  expect(read()).toMatchObject({ errcode: 41201 })
})

function fail(): never {
  throw new Error('the corp is another one')
}
