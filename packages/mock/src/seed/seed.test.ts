import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import type { PartialState } from '../state/CorpState.ts'
import type { Follow } from '../state/contacts.ts'
import { readState } from './loadState.ts'

test('a corp that starts from a written state is the same', () => {
  const corp = createFakeCorp({ state: 'demo' })
  const caller = createRawCaller(corp)
  const unassigned = caller.post('externalcontact/get_unassigned_list', {})['info'] as { external_userid: string }[]
  const external_userid = unassigned.map((entry) => entry.external_userid)
  caller.post('externalcontact/resigned/transfer_customer', {
    handover_userid: 'liuyang',
    takeover_userid: 'lina',
    external_userid,
  })
  caller.post('externalcontact/customer_strategy/create', { strategy_name: '新', admin_list: ['lina'], range: [] })
  corp.clock.advance({ hours: 3, milliseconds: 7 })

  const written = JSON.stringify(corp.state())
  const copy = createFakeCorp({ state: readState(JSON.parse(written)) })
  expect(copy.state()).toEqual(JSON.parse(written))

  corp.clock.advance({ hours: 24 })
  copy.clock.advance({ hours: 24 })
  expect(copy.follows.ofMember('lina')).toHaveLength(8)
  expect(copy.state()).toEqual(corp.state())
})

test('reset: back to the beginning, in the same objects', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const { clock, journal } = corp
  const before = corp.state()
  const caller = createRawCaller(corp)
  caller.post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', remark: 'x' })
  corp.faults.add({ kind: 'reset' })
  clock.advance({ days: 3 })
  corp.reset()

  expect(corp.state()).toEqual(before)
  expect([corp.clock, corp.journal]).toEqual([clock, journal])
  expect([journal.list(), corp.faults.list(), corp.tokens.issued]).toEqual([[], [], 0])
})

test('a state is copied: the corp changes its own', () => {
  const state = smallCorp()
  const corp = createFakeCorp({ state })
  createRawCaller(corp).post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', remark: 'x' })

  expect(state).toEqual(smallCorp())
  const app = { name: 'mine', secret: 'mine', customer_contact: true }
  const other = createFakeCorp({ state: 'empty', apps: [app] })
  app.customer_contact = false
  expect(other.state().apps).toMatchObject([{ customer_contact: true }])
})

test('options win over the state', () => {
  const startAt = '2026-07-01T00:00:00.000Z'
  const corp = createFakeCorp({ state: smallCorp(), corpId: 'wwmine', secret: 'mine', startAt })

  expect(corp.state()).toMatchObject({
    corp_id: 'wwmine',
    time: startAt,
    apps: [{ name: 'all', secret: 'mine' }, {}, {}],
  })
  expect(createFakeCorp({ state: 'empty' }).state()).toMatchObject({ apps: [{ secret: 'fake-secret' }], members: [] })
})

test('the demo company is the one that its comment tells of', () => {
  const corp = createFakeCorp()
  const caller = createRawCaller(corp)

  expect(corp.customers.list()).toHaveLength(40)
  expect(caller.get('externalcontact/list', { userid: 'wangfang' })['external_userid']).toHaveLength(34)
  expect(caller.get('externalcontact/list', { userid: 'chenjie' })).toMatchObject({ errcode: 84061 })
  expect(caller.post('externalcontact/get_unassigned_list', {})['info']).toHaveLength(4)
  expect(
    corp.customers.list().some(({ external_userid }) => corp.follows.ofCustomer(external_userid).length === 3),
  ).toBe(true)
})

function changeFollow({ follows = [] }: PartialState, index: number, change: Partial<Follow>): void {
  const follow = follows[index] ?? expect.fail('no such follow')
  follows[index] = { ...follow, ...change }
}

const file = { media_id: '3a', type: 'file', filename: 'a', content_type: '', content: '', created_at: 0 } as const

const broken: [name: string, change: (state: PartialState) => unknown, message: string][] = [
  [
    'unknown member',
    (state) => changeFollow(state, 3, { userid: 'nobody' }),
    'follows[3].userid: "nobody" is not in members; add it there, or correct it here',
  ],
  [
    'unknown tag',
    (state) => changeFollow(state, 1, { tag_ids: ['et9'] }),
    'follows[1].tag_ids[0]: "et9" is not in tags',
  ],
  [
    'two of one',
    (state) => state.members?.push(...state.members.slice(0, 1)),
    'members[6].userid: "anna" occurs twice in members; remove one of them',
  ],
  [
    'a circle',
    (state) => state.departments?.[0] && (state.departments[0].parentid = 4),
    'departments[0]: is below itself',
  ],
  [
    'a typo',
    (state) => Object.assign(state.customers?.[0] ?? {}, { nmae: 'x' }),
    'customers[0].nmae: is not a known field; remove it, or correct its name',
  ],
  [
    'a contact met twice in one place',
    (state) => state.served_contacts?.push(...state.served_contacts.slice(1)),
    'served_contacts[2]: "guest dora 老客户" occurs twice in served_contacts; remove one of them',
  ],
  [
    'a type that fits into no header',
    (state) => (state.media = [{ ...file, content_type: '图/png' }]),
    'media[0].content_type: must fit into a header',
  ],
  ['a day that no month has', (state) => (state.time = '2026-02-31T00:00:00Z'), 'time: this day does not exist'],
  [
    'a gap',
    (state) => Object.assign(state.customers?.[0] ?? {}, { gender: undefined }),
    'customers[0].gender: is required',
  ],
]
test.for(broken)('a state with %s does not load', ([, change, message]) => {
  const state = smallCorp()
  change(state)

  expect(() => createFakeCorp({ state })).toThrow(message)
})

test('a list is no state', () => {
  expect(() => readState([])).toThrow(/^must be an object, not a list$/)
})

test('a state that does not load leaves the corp as it is', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const before = corp.state()

  expect(() => corp.reset({ follows: [...(smallCorp().follows ?? [])] })).toThrow('is not in members')
  expect(corp.state()).toEqual(before)
})
