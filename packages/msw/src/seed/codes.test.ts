import { expect, test } from 'vitest'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller, readJson, sendRaw } from '../fixtures/rawCaller.ts'
import { textOf } from '../fixtures/textOf.ts'
import { corpBuysAcquisitionQuota } from '../people/corpBuysAcquisitionQuota.ts'
import { customerAddsMember } from '../people/customerAddsMember.ts'
import { customerUsesAcquisitionLink } from '../people/customerUsesAcquisitionLink.ts'
import { customerWritesToMember } from '../people/customerWritesToMember.ts'
import { suiteTicketPushed } from '../people/suiteTicketPushed.ts'
import { createTenant, type Tenant } from '../tenant/Tenant.ts'
import { readSeed } from './loadSeed.ts'

function reload(tenant: Tenant): void {
  const written: unknown = JSON.parse(JSON.stringify(tenant.state()))
  tenant.reset(readSeed(written))
  expect(tenant.state()).toEqual(written)
}

test('a token outlives a reload, for as long as it lives', () => {
  const tenant = createTenant({ seed: providerCorp() })
  const [caller, other] = [createRawCaller(tenant, 'secret-all'), createRawCaller(tenant, 'secret-sales')]
  tenant.tokens.revokeOf(tenant.apps.withSecret('secret-sales') ?? fail())
  reload(tenant)

  expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 0 })
  expect(other.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 40014 })
  expect(createRawCaller(tenant, 'secret-all').get('externalcontact/get_follow_user_list')).toMatchObject({
    errcode: 0,
  })
  expect(tenant.tokens.issued).toBe(2)
  tenant.clock.advance({ hours: 2 })
  reload(tenant)
  expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 42001 })
})

test('a token of an app that is not there is invalid', () => {
  const tenant = createTenant({ seed: providerCorp() })
  const caller = createRawCaller(tenant, 'secret-all')
  tenant.reset({ tokens: tenant.state().tokens })

  expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 40014 })
})

test('so do the ticket and the token of a suite, and the token of the provider', () => {
  const tenant = createTenant({ seed: providerCorp() })
  const { suite_ticket } = suiteTicketPushed(tenant, { suite_id: 'wwsuite' })
  const [suite, provider] = [tenant.provider.findSuite('wwsuite') ?? fail(), tenant.provider.get() ?? fail()]
  const tokens = [tenant.suiteTokens.fetch(suite), tenant.providerTokens.fetch(provider)]
  reload(tenant)

  const body = JSON.stringify({ suite_id: 'wwsuite', suite_secret: 'suite-secret', suite_ticket })
  expect(readJson(sendRaw(tenant, 'POST', '/cgi-bin/service/get_suite_token', body))).toMatchObject({
    suite_access_token: tokens[0]?.access_token,
  })
  expect(tenant.providerTokens.fetch(tenant.provider.get() ?? fail())).toEqual(tokens[1])
})

test('a welcome code is good for what is left of its 20 seconds, and once', () => {
  const tenant = createTenant({ seed: providerCorp() })
  const welcome_code = textOf(customerAddsMember(tenant, { userid: 'anna' }).events, 'WelcomeCode')
  const late = textOf(customerAddsMember(tenant, { userid: 'ben' }).events, 'WelcomeCode')
  const send = (code: string) =>
    createRawCaller(tenant).post('externalcontact/send_welcome_msg', { welcome_code: code, text: { content: '你好' } })
  tenant.clock.advance({ seconds: 19 })
  reload(tenant)

  expect(send(welcome_code)).toMatchObject({ errcode: 0 })
  reload(tenant)
  expect(send(welcome_code)).toMatchObject({ errcode: 41051 })
  tenant.clock.advance({ seconds: 1 })
  expect(send(late)).toMatchObject({ errcode: 41050 })
})

test('a chat key opens who wrote', () => {
  const tenant = createTenant({ seed: providerCorp() })
  corpBuysAcquisitionQuota(tenant, { count: 1 })
  const call = (name: string, body: object) =>
    createRawCaller(tenant).post(`externalcontact/customer_acquisition/${name}`, body)
  const { link } = call('create_link', { link_name: '春季', range: { user_list: ['ben'] } })
  const { link_id } = link as { link_id: string }
  const { external_userid } = customerUsesAcquisitionLink(tenant, { link_id })
  const write = () => customerWritesToMember(tenant, { userid: 'ben', external_userid }).events
  const [chat_key] = [write(), write(), write()].slice(2).map((events) => textOf(events, 'ChatKey'))
  reload(tenant)

  const read = () => call('get_chat_info', { chat_key })
  expect(read()).toMatchObject({ errcode: 0, userid: 'ben', external_userid, chat_info: { recv_msg_cnt: 3, link_id } })
  tenant.clock.advance({ minutes: 30 })
  expect(read()).toMatchObject({ errcode: 41201 })
})

function fail(): never {
  throw new Error('the corp is another one')
}
