import { expect, test } from 'vitest'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { createTenant } from '../tenant/Tenant.ts'
import { readSeed } from './loadSeed.ts'
import type { Follow } from '../tenant/follows.ts'
import type { SeedFile } from './SeedFile.ts'

test('a tenant that starts from what another one wrote is the same', () => {
  const tenant = createTenant({ seed: 'demo' })
  const caller = createRawCaller(tenant)
  const unassigned = caller.post('externalcontact/get_unassigned_list', {})['info'] as { external_userid: string }[]
  const external_userid = unassigned.map((entry) => entry.external_userid)
  caller.post('externalcontact/resigned/transfer_customer', {
    handover_userid: 'liuyang',
    takeover_userid: 'lina',
    external_userid,
  })
  caller.post('externalcontact/customer_strategy/create', { strategy_name: '新', admin_list: ['lina'], range: [] })
  tenant.clock.advance({ hours: 3, milliseconds: 7 })

  const written = JSON.stringify(tenant.state())
  const copy = createTenant({ seed: readSeed(JSON.parse(written)) })
  expect(copy.state()).toEqual(JSON.parse(written))

  tenant.clock.advance({ hours: 24 })
  copy.clock.advance({ hours: 24 })
  expect(copy.follows.ofMember('lina')).toHaveLength(8)
  expect(copy.state()).toEqual(tenant.state())
})

test('reset: back to the beginning, in the same objects', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const { clock, journal } = tenant
  const before = tenant.state()
  const caller = createRawCaller(tenant)
  caller.post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', remark: 'x' })
  tenant.faults.add({ kind: 'reset' })
  clock.advance({ days: 3 })
  tenant.reset()

  expect(tenant.state()).toEqual(before)
  expect([tenant.clock, tenant.journal]).toEqual([clock, journal])
  expect([journal.list(), tenant.faults.list(), tenant.tokens.issued]).toEqual([[], [], 0])
})

test('a seed is copied: the tenant changes its own', () => {
  const seed = smallCorp()
  const tenant = createTenant({ seed })
  createRawCaller(tenant).post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', remark: 'x' })

  expect(seed).toEqual(smallCorp())
  const app = { name: 'mine', secret: 'mine', customer_contact: true }
  const other = createTenant({ seed: 'empty', apps: [app] })
  app.customer_contact = false
  expect(other.state().apps).toMatchObject([{ customer_contact: true }])
})

test('options win over the seed', () => {
  const startAt = '2026-07-01T00:00:00.000Z'
  const tenant = createTenant({ seed: smallCorp(), corpId: 'wwmine', secret: 'mine', startAt })

  expect(tenant.state()).toMatchObject({
    corp_id: 'wwmine',
    time: startAt,
    apps: [{ name: 'all', secret: 'mine' }, {}, {}],
  })
  expect(createTenant({ seed: 'empty' }).state()).toMatchObject({ apps: [{ secret: 'fake-secret' }], members: [] })
})

test('the demo company is the one that its comment tells of', () => {
  const tenant = createTenant()
  const caller = createRawCaller(tenant)

  expect(tenant.customers.list()).toHaveLength(40)
  expect(caller.get('externalcontact/list', { userid: 'wangfang' })['external_userid']).toHaveLength(34)
  expect(caller.get('externalcontact/list', { userid: 'chenjie' })).toMatchObject({ errcode: 84061 })
  expect(caller.post('externalcontact/get_unassigned_list', {})['info']).toHaveLength(4)
  expect(
    tenant.customers.list().some(({ external_userid }) => tenant.follows.ofCustomer(external_userid).length === 3),
  ).toBe(true)
})

/** Rows are read-only: another one takes the place of this one. */
function changeFollow({ follows = [] }: SeedFile, index: number, change: Partial<Follow>): void {
  const follow = follows[index] ?? expect.fail('no such follow')
  follows[index] = { ...follow, ...change }
}

const file = { media_id: '3a', type: 'file', filename: 'a', content_type: '', content: '', created_at: 0 } as const

const broken: [name: string, change: (seed: SeedFile) => unknown, message: string][] = [
  [
    'unknown member',
    (seed) => changeFollow(seed, 3, { userid: 'nobody' }),
    'follows[3].userid: "nobody" is not in members; add it there, or correct it here',
  ],
  ['unknown tag', (seed) => changeFollow(seed, 1, { tag_ids: ['et9'] }), 'follows[1].tag_ids[0]: "et9" is not in tags'],
  [
    'two of one',
    (seed) => seed.members?.push(...seed.members.slice(0, 1)),
    'members[6].userid: "anna" is in members already; remove one of them',
  ],
  [
    'a circle',
    (seed) => seed.departments?.[0] && (seed.departments[0].parentid = 4),
    'departments[0]: it stands above itself',
  ],
  [
    'a typo',
    (seed) => Object.assign(seed.customers?.[0] ?? {}, { nmae: 'x' }),
    'customers[0].nmae: there is no such field; remove it, or correct its name',
  ],
  [
    'a contact met twice in one place',
    (seed) => seed.served_contacts?.push(...seed.served_contacts.slice(1)),
    'served_contacts[2]: "guest dora 老客户" is in served_contacts already; remove one of them',
  ],
  [
    'a type that fits into no header',
    (seed) => (seed.media = [{ ...file, content_type: '图/png' }]),
    'media[0].content_type: must fit into a header',
  ],
  ['a day that no month has', (seed) => (seed.time = '2026-02-31T00:00:00Z'), 'time: there is no such day'],
  [
    'a gap',
    (seed) => Object.assign(seed.customers?.[0] ?? {}, { gender: undefined }),
    'customers[0].gender: is required',
  ],
]
test.for(broken)('a seed with %s does not load', ([, change, message]) => {
  const seed = smallCorp()
  change(seed)

  expect(() => createTenant({ seed })).toThrow(message)
})

test('a list is no seed', () => {
  expect(() => readSeed([])).toThrow(/^must be an object, not a list$/)
})

test('a seed that does not load leaves the tenant as it is', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const before = tenant.state()

  expect(() => tenant.reset({ follows: [...(smallCorp().follows ?? [])] })).toThrow('is not in members')
  expect(tenant.state()).toEqual(before)
})
