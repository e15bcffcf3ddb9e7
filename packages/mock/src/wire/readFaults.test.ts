import { expect, test } from 'vitest'
import type { Fault } from '../base/faults.ts'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

function openCorp(fault: Fault, pageSize?: number): { corp: FakeCorp; customersOf: (userid: string) => unknown } {
  const corp = createFakeCorp({ state: smallCorp(), pageSize })
  const caller = createRawCaller(corp)
  corp.faults.add(fault)
  return { corp, customersOf: (userid) => caller.get('externalcontact/list', { userid })['external_userid'] }
}

test('lag: a read shows the corp as it was so long ago, at the end of that moment', () => {
  const { corp, customersOf } = openCorp({ kind: 'lag', lagMs: 3000, times: 'always' })
  corp.people.memberDeletesCustomer({ userid: 'anna', external_userid: 'wm2' })
  expect(customersOf('anna')).toEqual(['wm1', 'wm2', 'wo3'])

  corp.clock.advance(1000)
  corp.people.memberDeletesCustomer({ userid: 'anna', external_userid: 'wm1' })
  corp.clock.advance(1999)
  expect(customersOf('anna')).toEqual(['wm1', 'wm2', 'wo3'])
  corp.clock.advance(1)
  expect(customersOf('anna')).toEqual(['wm1', 'wo3'])
  corp.clock.advance(1000)
  expect(customersOf('anna')).toEqual(['wo3'])
})

test('lag: changes of rows, the calls of the program itself, and what the clock does are late, too', () => {
  const { corp } = openCorp({ kind: 'lag', lagMs: 2000, times: 'always' })
  const caller = createRawCaller(corp)
  const remarkOf = (): unknown =>
    (caller.get('externalcontact/get', { external_userid: 'wm2' })['follow_user'] as { remark: string }[])[0]?.remark
  const pair = { userid: 'anna', external_userid: 'wm2' }

  expect(caller.post('externalcontact/remark', { ...pair, remark: 'now' })).toMatchObject({ errcode: 0 })
  corp.clock.at(corp.clock.now() + 500, () => corp.people.memberEditsRemark({ ...pair, remark: 'later' }))
  expect(remarkOf()).toBe('')
  corp.clock.advance(2000)
  expect(remarkOf()).toBe('now')
  corp.clock.advance(499)
  expect(remarkOf()).toBe('now')
  corp.clock.advance(1)
  expect(remarkOf()).toBe('later')
})

test('lag: pages of one walk stay together, and writes see the corp as it is', () => {
  const { corp } = openCorp({ kind: 'lag', lagMs: 2000, times: 'always' }, 2)
  const caller = createRawCaller(corp)
  const read = (cursor: unknown): Record<string, unknown> =>
    caller.post('externalcontact/batch/get_by_user', { userid_list: ['anna'], cursor })
  corp.people.memberDeletesCustomer({ userid: 'anna', external_userid: 'wm1' })

  const first = read('')
  corp.clock.advance(60_000)
  const second = read(first['next_cursor'])
  expect([first, second].map((page) => (page['external_contact_list'] as unknown[]).length)).toEqual([2, 1])
  expect(caller.post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', remark: 'x' })).toMatchObject({
    errcode: 84061,
  })
})

test('lag: ends with its calls, with `clear`, and with a reset', () => {
  const { corp, customersOf } = openCorp({ kind: 'lag', lagMs: 1000, times: 2 })
  const pair = { userid: 'anna', external_userid: 'wm2' }
  corp.people.memberDeletesCustomer(pair)

  expect([1, 2, 3].map(() => (customersOf('anna') as string[]).length)).toEqual([3, 3, 2])
  corp.faults.add({ kind: 'lag', lagMs: 1000, times: 'always' })
  corp.people.memberDeletesCustomer({ userid: 'anna', external_userid: 'wm1' })
  corp.faults.clear()
  expect(customersOf('anna')).toEqual(['wo3'])
  corp.clock.advance(1000)
  corp.faults.add({ kind: 'lag', lagMs: 60_000 })
  expect(customersOf('anna')).toEqual(['wo3'])
})

test('keeps-listing: relations that end go on being listed, with their notes, until they are new', () => {
  const { corp, customersOf } = openCorp({ kind: 'keeps-listing', times: 'always' })
  const caller = createRawCaller(corp)
  corp.clock.advance(1000)
  corp.people.memberDeletesCustomer({ userid: 'anna', external_userid: 'wm1' })
  corp.people.memberDeletesCustomer({ userid: 'anna', external_userid: 'wm2' })

  expect(customersOf('anna')).toEqual(expect.arrayContaining(['wm1', 'wm2', 'wo3']))
  expect(caller.get('externalcontact/get', { external_userid: 'wm1' })['follow_user']).toHaveLength(2)
  expect(caller.post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', remark: 'x' })).toMatchObject({
    errcode: 84061,
  })
  corp.people.customerAddsMember({ userid: 'anna', external_userid: 'wm1' })
  expect(customersOf('anna')).toHaveLength(3)
  corp.faults.clear()
  expect(customersOf('anna')).toEqual(expect.arrayContaining(['wm1', 'wo3']))
  expect(customersOf('anna')).toHaveLength(2)
})

test('keeps-listing: relations that had ended before stay away', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  corp.people.memberDeletesCustomer({ userid: 'anna', external_userid: 'wm1' })
  corp.clock.advance(1000)
  corp.faults.add({ kind: 'keeps-listing' })

  expect(caller.get('externalcontact/list', { userid: 'anna' })['external_userid']).toEqual(['wm2', 'wo3'])
})

function idOf(page: Record<string, unknown>): unknown {
  const [first] = page['external_contact_list'] as { external_contact: { external_userid: string } }[]
  return first?.external_contact.external_userid
}

test.for<[Fault['kind'], object]>([
  ['cursor-refused', { errcode: 50100, external_contact_list: [] }],
  ['cursor-restarts', { errcode: 0, external_contact_list: [{ follow_info: { userid: 'anna' } }] }],
  ['cursor-empty', { errcode: 0, external_contact_list: [], next_cursor: '' }],
])('%s: strikes the next call with a cursor; the cursor still holds afterwards', ([kind, expected]) => {
  const { corp } = openCorp({ kind } as Fault, 1)
  const caller = createRawCaller(corp)
  const read = (cursor?: unknown): Record<string, unknown> =>
    caller.post('externalcontact/batch/get_by_user', { userid_list: ['anna'], cursor })
  const first = read()
  expect(idOf(first)).toBe('wm1')
  const struck = read(first['next_cursor'])
  expect(struck).toMatchObject(expected)
  expect(idOf(struck)).toBe(kind === 'cursor-restarts' ? 'wm1' : undefined)
  expect(idOf(read(first['next_cursor']))).toBe('wm2')
  expect(corp.journal.list('batchGetContactsByUser').map(({ fault }) => fault)).toEqual([undefined, kind, undefined])
})

test('cursor faults strike cursors in a query, and expired ones', () => {
  const state = smallCorp()
  const corp = createFakeCorp({ state, pageSize: 1 })
  const caller = createRawCaller(corp)
  const read = (cursor = ''): Record<string, unknown> =>
    caller.get('externalcontact/get', { external_userid: 'wm1', cursor })
  const cursor = String(read()['next_cursor'])
  corp.clock.advance({ hours: 4 })
  const later = createRawCaller(corp)
  const resume = (): unknown => later.get('externalcontact/get', { external_userid: 'wm1', cursor })

  corp.faults.add({ kind: 'cursor-restarts', endpoint: 'getContact' })
  expect(resume()).toMatchObject({ errcode: 0, follow_user: [{ userid: 'anna' }] })
  corp.faults.add({ kind: 'cursor-empty' })
  expect(resume()).toMatchObject({ errcode: 0, follow_user: [] })
  expect(resume()).toMatchObject({ errcode: 50100 })
})

test('faults of reads strike together, beside a fault of the call; writes and refused calls use none up', () => {
  const { corp, customersOf } = openCorp({ kind: 'lag', lagMs: 1000 })
  const caller = createRawCaller(corp)
  corp.faults.add({ kind: 'keeps-listing' })
  corp.faults.add({ kind: 'errcode', errcode: -1 })
  expect(customersOf('anna')).toEqual([])
  caller.post('externalcontact/mark_tag', { userid: 'anna', external_userid: 'wm2', add_tag: ['et1'] })
  corp.faults.add({ kind: 'reset' })
  expect(() => customersOf('anna')).toThrow('connection broke')
  expect(corp.faults.list()).toMatchObject([{ kind: 'lag' }, { kind: 'keeps-listing' }])

  corp.faults.add({ kind: 'delay', delayMs: 0 })
  expect(customersOf('anna')).toHaveLength(3)
  expect(corp.faults.list()).toEqual([])
})

test.for<[Fault, string]>([
  [{ kind: 'lag', lagMs: 1000, endpoint: 'markCustomerTags' }, 'lag applies only to calls that read customer contact'],
  [
    { kind: 'keeps-listing', endpoint: 'listCallbackIps' },
    'keeps-listing applies only to calls that read customer contact',
  ],
  [{ kind: 'cursor-empty', endpoint: 'listContactIds' }, 'cursor-empty applies only to lists with a cursor'],
  [{ kind: 'lag', lagMs: 0 }, 'lagMs must be a positive number'],
])('a fault that could never strike is refused: %j', ([fault, message]) => {
  expect(() => createFakeCorp({ state: smallCorp() }).faults.add(fault)).toThrow(message)
})
