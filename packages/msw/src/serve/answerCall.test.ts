import { expect, test } from 'vitest'
import { createRawCaller, readJson, sendRaw } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import type { Fault } from '../tenant/faults.ts'
import { createTenant } from '../tenant/Tenant.ts'

const list = 'externalcontact/list'
const remark = 'externalcontact/remark'

test('an unknown path is 404 without a body, before faults and tokens', () => {
  const tenant = createTenant({ seed: smallCorp() })
  tenant.faults.add({ kind: 'errcode', errcode: -1 })

  expect(sendRaw(tenant, 'GET', '/cgi-bin/externalcontact/nothing')).toMatchObject({ status: 404, body: '' })
  expect(tenant.faults.list()).toHaveLength(1)
})

test('an app without the customer-contact permission gets 48002, before its parameters are looked at', () => {
  const caller = createRawCaller(createTenant({ seed: smallCorp() }), 'secret-payroll')

  expect(caller.get(list)).toMatchObject({ errcode: 48002, external_userid: [] })
})

test.for([
  ['no JSON', '{"userid":'],
  ['an array', '[]'],
  ['a number', '7'],
  ['null', 'null'],
  ['a wrong type', '{"userid":7,"external_userid":"wm1","remark":"x"}'],
  ['too long', JSON.stringify({ userid: 'anna', external_userid: 'wm1', remark: '长'.repeat(21) })],
  ['nothing to change', '{"userid":"anna","external_userid":"wm1"}'],
])('a body that is %s gets 40058 and changes nothing', ([, body = '']) => {
  const tenant = createTenant({ seed: smallCorp() })
  const before = tenant.state()

  expect(createRawCaller(tenant).post(remark, body)).toMatchObject({ errcode: 40058 })
  expect(tenant.state()).toEqual(before)
})

test('missing fields have their own errcodes; an empty one is missing', () => {
  const caller = createRawCaller(createTenant({ seed: smallCorp() }))

  expect(caller.get(list)).toMatchObject({ errcode: 41009 })
  expect(caller.get(list, { userid: '' })).toMatchObject({ errcode: 41009 })
  expect(caller.get('externalcontact/get')).toMatchObject({ errcode: 41035 })
  expect(caller.post(remark, { userid: 'anna', remark: 'x' })).toMatchObject({ errcode: 41035 })
})

test('a GET for a POST endpoint loses its body', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const caller = createRawCaller(tenant)

  expect(caller.get('externalcontact/batch/get_by_user', { userid_list: 'anna' })).toMatchObject({ errcode: 40058 })
})

test('faults: those that keep the call from being done', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const caller = createRawCaller(tenant)
  const before = tenant.state()
  const change = { userid: 'anna', external_userid: 'wm1', remark: 'x' }
  const faults: Fault[] = [
    { kind: 'errcode', errcode: 45033 },
    { kind: 'status', status: 503, retryAfter: 2 },
    { kind: 'html' },
    { kind: 'empty' },
    { kind: 'reset' },
  ]

  for (const fault of faults) {
    tenant.faults.add({ ...fault, endpoint: 'updateContactRemark' })
    expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 0 })
    try {
      caller.post(remark, change)
    } catch {
      // Not every fault leaves JSON behind; the journal tells what came back.
    }
  }

  expect(tenant.state()).toEqual(before)
  expect(tenant.journal.list(`/cgi-bin/${remark}`)).toMatchObject([
    { fault: 'errcode', status: 200, errcode: 45033 },
    { fault: 'status', status: 503, errcode: undefined },
    { fault: 'html', status: 200, errcode: undefined },
    { fault: 'empty', status: 200, errcode: undefined },
    { fault: 'reset', status: 0, errcode: undefined },
  ])
})

test('faults: those that strike after the call was done', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const caller = createRawCaller(tenant)
  const note = (text: string): unknown => caller.post(remark, { userid: 'anna', external_userid: 'wm1', remark: text })

  tenant.faults.add({ kind: 'lost-answer' })
  expect(() => note('lost')).toThrow('connection broke')
  expect(tenant.follows.find('anna', 'wm1')?.remark).toBe('lost')

  tenant.faults.add({ kind: 'truncate' })
  expect(() => note('cut')).toThrow(SyntaxError)
  expect(tenant.follows.find('anna', 'wm1')?.remark).toBe('cut')

  expect(note('fine')).toEqual({ errcode: 0, errmsg: 'ok' })
})

test('faults: a token that expires under way stays expired', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const caller = createRawCaller(tenant)
  tenant.faults.add({ kind: 'expire-token' })

  expect(caller.get('getcallbackip')).toMatchObject({ errcode: 42001, ip_list: [] })
  expect(caller.get('getcallbackip')).toMatchObject({ errcode: 42001 })
  expect(createRawCaller(tenant).get('getcallbackip')).toMatchObject({ errcode: 0 })
})

test('faults: as often as told, oldest first, with a delay for the transport', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const caller = createRawCaller(tenant)
  tenant.faults.add({ kind: 'errcode', errcode: -1, endpoint: '/cgi-bin/getcallbackip', times: 2 })
  tenant.faults.add({ kind: 'errcode', errcode: 45033, times: 'always' })

  expect([1, 2, 3, 4].map(() => caller.get('getcallbackip')['errcode'])).toEqual([-1, -1, 45033, 45033])
  expect(tenant.faults.list()).toEqual([{ kind: 'errcode', errcode: 45033, times: 'always' }])
  tenant.faults.clear()
  tenant.faults.add({ kind: 'delay', delayMs: 250 })
  expect(sendRaw(tenant, 'GET', '/cgi-bin/getcallbackip')).toMatchObject({ delayMs: 250, status: 200 })
  expect(sendRaw(tenant, 'GET', '/cgi-bin/getcallbackip')).toMatchObject({ delayMs: 0 })
})

test('journal: everything that arrived, without tokens and secrets', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const caller = createRawCaller(tenant)
  caller.get(list, { userid: 'fay' })
  caller.post(remark, { userid: 'anna', external_userid: 'wm1', remark: 'x' })
  sendRaw(tenant, 'POST', '/cgi-bin/nothing', 'text')

  expect(tenant.journal.list()).toEqual([
    expect.objectContaining({ endpoint: 'getAccessToken', method: 'GET', query: { corpid: 'wwsmall' }, errcode: 0 }),
    expect.objectContaining({ path: '/cgi-bin/externalcontact/list', query: { userid: 'fay' }, errcode: 84061 }),
    expect.objectContaining({
      method: 'POST',
      body: { userid: 'anna', external_userid: 'wm1', remark: 'x' },
      query: {},
    }),
    expect.objectContaining({ endpoint: undefined, body: 'text', status: 404, errcode: undefined }),
  ])
  expect(JSON.stringify(tenant.journal.list())).not.toContain('secret-all')
})

test('journal: the body of a call for a token is noted without its secrets', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const body = JSON.stringify({ suite_id: 'wx1', suite_secret: 'hidden', suite_ticket: 'hidden' })
  sendRaw(tenant, 'POST', '/cgi-bin/service/get_suite_token', body)

  expect(tenant.journal.list()).toMatchObject([{ body: { suite_id: 'wx1' } }])
  expect(JSON.stringify(tenant.journal.list())).not.toContain('hidden')
})

test('journal: bounded', () => {
  const tenant = createTenant({ seed: smallCorp() })
  for (let index = 0; index < 2500; index++) sendRaw(tenant, 'GET', `/cgi-bin/getcallbackip?index=${index}`)

  expect(tenant.journal.list()).toHaveLength(1000)
  expect(tenant.journal.list().at(-1)?.query).toEqual({ index: '2499' })
})

test('the same start gives the same ids', () => {
  const tokens = [1, 1, 2].map((random) => {
    const tenant = createTenant({ seed: smallCorp(), random })
    return readJson(sendRaw(tenant, 'GET', '/cgi-bin/gettoken?corpid=wwsmall&corpsecret=secret-all'))['access_token']
  })

  expect(tokens[0]).toBe(tokens[1])
  expect(tokens[2]).not.toBe(tokens[0])
})
