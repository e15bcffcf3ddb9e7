import { expect, test } from 'vitest'
import { authorize } from '../core/authorizedCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { corpAuthorizesSuite } from '../people/corpAuthorizesSuite.ts'
import { customerAddsMember } from '../people/customerAddsMember.ts'
import type { App } from '../tenant/apps.ts'
import { createTenant, type Tenant } from '../tenant/Tenant.ts'
import type { SeedFile, TenantState } from './SeedFile.ts'

/** The sections that are lists. */
type Section = { [Name in keyof TenantState]: TenantState[Name] extends unknown[] ? Name : never }[keyof TenantState]
type Make = (tenant: Tenant, app: App) => unknown

const content = { text: { content: '你好' } }
const chat = { link_id: 'cawc1', userid: 'anna', external_userid: 'wm1' }
const range = { user_list: ['anna'], department_list: [] }

/** How a row of each section comes about that gets an id of its own. */
const kinds: [section: Section, make: Make][] = [
  ['customers', (tenant) => customerAddsMember(tenant, { userid: 'anna' }).external_userid],
  ['group_chats', ({ groupChats }) => groupChats.create({ name: '群', owner: 'anna' }).chat_id],
  ['join_ways', ({ joinWays }, app) => joinWays.create(app, { scene: 2, chat_id_list: [] })],
  ['contact_ways', createContactWay],
  ['acquisition_links', createAcquisitionLink],
  ['intercept_rules', createInterceptRule],
  ['media', addFile],
  ['uploaded_pictures', ({ media }) => media.addPicture()],
  ['media_jobs', ({ mediaJobs }, app) => mediaJobs.start(app, { type: 'file', filename: 'x', url: 'https://x.cn' })],
  [
    'products',
    ({ products }, app) => products.create(app, { product_sn: '', description: '', price: 1, media_ids: [] }),
  ],
  ['strategies', ({ strategies }, app) => strategies.create(app, { strategy_name: '', admin_list: [], range: [] })],
  [
    'moment_strategies',
    ({ momentStrategies }, app) => momentStrategies.create(app, { strategy_name: '', admin_list: [], range: [] }),
  ],
  [
    'mass_messages',
    ({ massMessages }) => massMessages.add({ ...content, chat_type: 'single', create_type: 0, tasks: [] }).msgid,
  ],
  ['group_welcomes', ({ groupWelcomes }, app) => groupWelcomes.add(app, content).template_id],
  [
    'moments',
    ({ moments }) => moments.add({ ...content, create_type: 0, visible_type: 1, publications: [] }).moment_id,
  ],
  ['moment_jobs', ({ momentJobs }, app) => momentJobs.add(app, content).jobid],
  ['pending_ids', ({ clock, pendingIds }) => pendingIds.ask('provider', `o${clock.now()}`)],
  [
    'tag_groups',
    ({ clock, tags }) => tags.create({ group_name: `组${clock.now()}`, tag: [{ name: '新' }] }).tags[0]?.id,
  ],
  ['apps', authorizeAnother],
  ['tokens', ({ apps, tokens }) => tokens.fetch(apps.list()[tokens.issued] ?? fail()).access_token],
  ['suite_codes', ({ provider }) => provider.issue('suite_ticket', 'wwsuite')],
  ['welcome_codes', ({ welcomeCodes }) => welcomeCodes.issue({ userid: 'anna', external_userid: 'wm1' })],
  ['chat_keys', ({ chatKeys }) => chatKeys.issue({ ...chat, at: 0, recv_msg_cnt: 3 })],
]

test.for(kinds)('%s: the next one is new in a corp that starts from a state', ([section, make]) => {
  const written = createTenant({ seed: severalSuites() })
  const start = written.random.position
  const first = make(written, firstApp(written))
  const state = written.state()
  const copy = createTenant({ seed: state })
  written.clock.advance(1)
  copy.clock.advance(1)

  const second = make(copy, firstApp(copy))
  expect(second).toEqual(make(written, firstApp(written)))
  expectBoth(copy, section, [first, second], state[section].length)

  // As by hand: what is drawn next is there already.
  const drawn = createTenant({ seed: { ...state, random: start } })
  drawn.clock.advance(1)
  expectBoth(drawn, section, [first, make(drawn, firstApp(drawn))], state[section].length)
})

function expectBoth(tenant: Tenant, section: Section, ids: unknown[], before: number): void {
  const rows = tenant.state()[section]
  expect(rows).toHaveLength(before + 1)
  expect(new Set(ids).size).toBe(2)
  for (const id of ids) expect(JSON.stringify(rows)).toContain(JSON.stringify(id))
}

/** With two suites whose apps the corp does not have yet. */
function severalSuites(): SeedFile {
  const corp = providerCorp()
  corp.provider?.suites.push({ suite_id: 'wwfourth', suite_secret: 'fourth-secret' })
  return corp
}

function firstApp(tenant: Tenant): App {
  return tenant.apps.list()[0] ?? fail()
}

function fail(): never {
  throw new Error('the corp has none')
}

function createContactWay({ contactWays }: Tenant, app: App): string {
  const way = { type: 1, scene: 1, remark: '', skip_verify: true, state: '', is_temp: false } as const
  return contactWays.create(app, { ...way, user: ['anna'], party: [] }).config_id
}

function createAcquisitionLink({ acquisition }: Tenant, app: App): string {
  return acquisition.create(app, { ...range, link_name: '', skip_verify: true, mark_source: true }).link_id
}

function createInterceptRule({ clock, interceptRules }: Tenant, app: App): string {
  const rule_name = `规则${clock.now()}`
  return interceptRules.create(app, { ...range, rule_name, word_list: [], semantics_list: [], intercept_type: 1 })
}

function addFile({ media }: Tenant): string {
  return media.add({ type: 'file', filename: 'x', content_type: 'text/plain', content: new Uint8Array() }).media_id
}

/** @returns the permanent code of the app. */
function authorizeAnother(tenant: Tenant): string {
  const suite = tenant.provider.suites().find(({ suite_id }) => !tenant.apps.ofSuite(suite_id)) ?? fail()
  return authorize(tenant, suite, corpAuthorizesSuite(tenant, suite).auth_code).secret
}

test.for(['strategies', 'momentStrategies'] as const)('%s: no group gets the id of one that was deleted', (kind) => {
  const tenant = createTenant({ seed: 'demo' })
  const make = (): number =>
    tenant[kind].create(firstApp(tenant), { strategy_name: '', admin_list: [], range: [{ type: 1, userid: 'lina' }] })
  const id = make()
  tenant[kind].delete(firstApp(tenant), id)
  tenant.reset(tenant.state())

  expect(make()).toBe(id + 1)
  expect(tenant[kind].list().map(({ strategy_id }) => strategy_id)).not.toContain(id)
})

test('the option `random` wins over the seed', () => {
  const seed = { ...createTenant({ seed: 'empty' }).state(), random: 7 }

  expect(createTenant({ seed }).state().random).toBe(7)
  expect(createTenant({ seed, random: 3 }).state().random).toBe(3)
})

test('a tenant that goes back to a state of its own has the apps and the ids to come of that', () => {
  const { apps = [], ...seed } = severalSuites()
  const tenant = createTenant({ seed, apps, random: 7 })
  authorizeAnother(tenant)
  const state = tenant.state()
  const { jobid } = tenant.momentJobs.add(firstApp(tenant), content)
  tenant.reset(state)

  expect(tenant.state()).toEqual(state)
  expect(tenant.momentJobs.add(firstApp(tenant), content)).toMatchObject({ jobid })
})

test('what is read or refused draws no ids', () => {
  const tenant = createTenant({ pageSize: 1 })
  const caller = createRawCaller(tenant)
  const { media_id } = tenant.media.add({ type: 'image', filename: '', content_type: '', content: new Uint8Array(6) })
  const before = tenant.state()
  const way = { type: 1, scene: 2, user: ['nobody'], is_temp: true, conclusions: { image: { media_id } } }
  const page = caller.post('externalcontact/groupchat/list', { limit: 10 })

  expect(page).toMatchObject({ errcode: 0, next_cursor: expect.any(String) })
  expect(caller.get('externalcontact/list', { userid: 'nobody' })).toMatchObject({ errcode: 60111 })
  expect(caller.post('externalcontact/contact_list', {})).toMatchObject({ errcode: 0 })
  expect(caller.post('externalcontact/add_contact_way', way)).toMatchObject({ errcode: 60111 })
  expect(tenant.state()).toEqual(before)
})
