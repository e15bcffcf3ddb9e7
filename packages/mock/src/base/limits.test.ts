import { getContactEndpoint, updateContactRemarkEndpoint } from '@wecom/contacts'
import { markCustomerTagsEndpoint } from '@wecom/tags'
import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, sendRaw } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

const corp = createFakeCorp({ state: smallCorp() })
const { limits, clock } = corp
const pair = { userid: 'anna', external_userid: 'wm1' }
const read = (): number | undefined => limits.admit(getContactEndpoint, undefined).errcode

beforeEach(() => corp.reset())

test('none unless asked for, and none after a reset', () => {
  const calls = Array.from({ length: 20_000 }, read)
  limits.add({ kind: 'rate', calls: 1, perMs: 1000 })
  corp.reset()

  expect(new Set(calls)).toEqual(new Set([undefined]))
  expect(limits.list()).toEqual([])
})

test('a rate: over it the endpoint is blocked for the length of the window, from then on', () => {
  limits.add({ kind: 'rate', calls: 2, perMs: 60_000 })
  const first = [read(), read()]
  clock.advance({ seconds: 50 })
  const over = [read(), read()]
  const other = limits.admit(markCustomerTagsEndpoint, pair).errcode
  clock.advance({ seconds: 59 })
  const still = read()
  clock.advance({ seconds: 1 })
  const anew = [read(), read(), read()]

  expect([first, over, other, still, anew]).toEqual([
    [undefined, undefined],
    [45009, 45009],
    undefined,
    45009,
    [undefined, undefined, 45009],
  ])
})

test('a rate that is kept to: the next window begins with the next call', () => {
  limits.add({ kind: 'rate', endpoint: '/cgi-bin/externalcontact/get', calls: 1, perMs: 1000 })
  const answers = [0, 1, 2].map(() => {
    clock.advance(1000)
    return read()
  })

  expect(answers).toEqual([undefined, undefined, undefined])
  expect(read()).toBe(45009)
})

test('concurrency: as many at once for each endpoint, and more when one has left', () => {
  limits.add({ kind: 'concurrency', inFlight: 2 })
  const { leave } = limits.admit(getContactEndpoint, undefined)
  limits.admit(getContactEndpoint, undefined)

  expect(read()).toBe(45033)
  expect(limits.admit(markCustomerTagsEndpoint, pair).errcode).toBeUndefined()
  leave?.()
  leave?.()
  expect([read(), read()]).toEqual([undefined, 45033])
})

test('conflict: one change at once of what a member has with a customer, by whatever endpoint', () => {
  limits.add({ kind: 'conflict' })
  const { leave } = limits.admit(markCustomerTagsEndpoint, pair)
  const change = (body: unknown): number | undefined => limits.admit(updateContactRemarkEndpoint, body).errcode

  expect(change(pair)).toBe(45035)
  expect([change({ ...pair, userid: 'ben' }), change({ userid: 'anna' }), change('anna')]).toEqual(
    Array.from({ length: 3 }),
  )
  expect(limits.admit({ ...getContactEndpoint, path: '/other' }, pair).errcode).toBeUndefined()
  leave?.()
  expect(change(pair)).toBeUndefined()
})

test('over HTTP an errcode and nothing done; token calls count, too', () => {
  const caller = createRawCaller(corp)
  const remark = (): object => caller.post('externalcontact/remark', { ...pair, remark: '王' })
  limits.add({ kind: 'rate', endpoint: 'updateContactRemark', calls: 1, perMs: 1000 })
  limits.add({ kind: 'rate', endpoint: 'getAccessToken', calls: 1, perMs: 1000 })
  remark()
  const before = corp.state()

  expect(remark()).toMatchObject({ errcode: 45009, errmsg: expect.stringMatching(/^api freq out of limit, hint/) })
  expect(corp.state()).toEqual(before)
  const gettoken = (): object => caller.get('gettoken', { corpid: 'wwsmall', corpsecret: 'secret-all' })
  expect([gettoken(), gettoken()]).toMatchObject([{ errcode: 0 }, { errcode: 45009 }])
})

test('calls that a fault keeps away are not counted', () => {
  const caller = createRawCaller(corp)
  limits.add({ kind: 'rate', calls: 1, perMs: 1000 })
  corp.faults.add({ kind: 'empty', endpoint: 'listFollowUsers' })
  expect(sendRaw(corp, 'GET', '/cgi-bin/externalcontact/get_follow_user_list')).toMatchObject({ body: '' })

  expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 0 })
})

// The figures come from core.yaml, `frequency_limits`.
test('the documented ones', () => {
  limits.add({ kind: 'documented' })

  expect(limits.list()).toEqual([
    { kind: 'rate', calls: 10_000, perMs: 60_000 },
    { kind: 'rate', calls: 150_000, perMs: 3_600_000 },
    { kind: 'concurrency', endpoint: markCustomerTagsEndpoint.name, inFlight: 5 },
    { kind: 'concurrency', endpoint: updateContactRemarkEndpoint.name, inFlight: 5 },
    { kind: 'conflict' },
  ])
})
