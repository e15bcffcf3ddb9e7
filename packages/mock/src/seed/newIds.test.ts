import { expect, test } from 'vitest'
import { authorize } from '../answers/core.ts'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import type { CorpState, PartialState } from '../state/CorpState.ts'
import type { App } from '../state/members.ts'

type Section = { [Name in keyof CorpState]: CorpState[Name] extends unknown[] ? Name : never }[keyof CorpState]
type Make = (corp: FakeCorp, app: App) => unknown

const content = { text: { content: '你好' } }
const chat = { link_id: 'cawc1', userid: 'anna', external_userid: 'wm1' }
const range = { user_list: ['anna'], department_list: [] }

/** Each pair has the name of a list in the corp's state, and a function that adds an entry and returns its id. */
const kinds: [section: Section, make: Make][] = [
  ['customers', (corp) => corp.people.customerAddsMember({ userid: 'anna' }).external_userid],
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
  const written = createFakeCorp({ state: severalSuites() })
  const start = written.random.position
  const first = make(written, firstApp(written))
  const state = written.state()
  const copy = createFakeCorp({ state: state })
  written.clock.advance(1)
  copy.clock.advance(1)

  const second = make(copy, firstApp(copy))
  expect(second).toEqual(make(written, firstApp(written)))
  expectBoth(copy, section, [first, second], state[section].length)

  // Builds a state that already contains the next id of the sequence, as a state written by hand may.
  const drawn = createFakeCorp({ state: { ...state, seed: start } })
  drawn.clock.advance(1)
  expectBoth(drawn, section, [first, make(drawn, firstApp(drawn))], state[section].length)
})

function expectBoth(corp: FakeCorp, section: Section, ids: unknown[], before: number): void {
  const rows = corp.state()[section]
  expect(rows).toHaveLength(before + 1)
  expect(new Set(ids).size).toBe(2)
  for (const id of ids) expect(JSON.stringify(rows)).toContain(JSON.stringify(id))
}

/** Returns a state with two suites whose apps the corp does not have yet. */
function severalSuites(): PartialState {
  const given = providerCorp()
  given.provider?.suites.push({ suite_id: 'wwfourth', suite_secret: 'fourth-secret' })
  return given
}

function firstApp(corp: FakeCorp): App {
  return corp.apps.list()[0] ?? fail()
}

function fail(): never {
  throw new Error('the corp has none')
}

function createContactWay({ contactWays }: FakeCorp, app: App): string {
  const way = { type: 1, scene: 1, remark: '', skip_verify: true, state: '', is_temp: false } as const
  return contactWays.create(app, { ...way, user: ['anna'], party: [] }).config_id
}

function createAcquisitionLink({ acquisition }: FakeCorp, app: App): string {
  return acquisition.create(app, { ...range, link_name: '', skip_verify: true, mark_source: true }).link_id
}

function createInterceptRule({ clock, interceptRules }: FakeCorp, app: App): string {
  const rule_name = `规则${clock.now()}`
  return interceptRules.create(app, { ...range, rule_name, word_list: [], semantics_list: [], intercept_type: 1 })
}

function addFile({ media }: FakeCorp): string {
  return media.add({ type: 'file', filename: 'x', content_type: 'text/plain', content: new Uint8Array() }).media_id
}

/** Installs an app of a suite that the corp has no app of yet. Returns the permanent code of the new app. */
function authorizeAnother(corp: FakeCorp): string {
  const suite = corp.provider.suites().find(({ suite_id }) => !corp.apps.ofSuite(suite_id)) ?? fail()
  return authorize(corp, suite, corp.people.corpAuthorizesSuite(suite).auth_code).secret
}

test.for(['strategies', 'momentStrategies'] as const)('%s: no group gets the id of one that was deleted', (kind) => {
  const corp = createFakeCorp({ state: 'demo' })
  const make = (): number =>
    corp[kind].create(firstApp(corp), { strategy_name: '', admin_list: [], range: [{ type: 1, userid: 'lina' }] })
  const id = make()
  corp[kind].delete(firstApp(corp), id)
  corp.reset(corp.state())

  expect(make()).toBe(id + 1)
  expect(corp[kind].list().map(({ strategy_id }) => strategy_id)).not.toContain(id)
})

test('the option `seed` wins over the state', () => {
  const state = { ...createFakeCorp({ state: 'empty' }).state(), seed: 7 }

  expect(createFakeCorp({ state }).state().seed).toBe(7)
  expect(createFakeCorp({ state, seed: 3 }).state().seed).toBe(3)
})

test('a reset to a written state restores its apps and later ids', () => {
  const { apps = [], ...others } = severalSuites()
  const corp = createFakeCorp({ state: others, apps, seed: 7 })
  authorizeAnother(corp)
  const state = corp.state()
  const { jobid } = corp.momentJobs.add(firstApp(corp), content)
  corp.reset(state)

  expect(corp.state()).toEqual(state)
  expect(corp.momentJobs.add(firstApp(corp), content)).toMatchObject({ jobid })
})

test('reads and refused calls use up no ids', () => {
  const corp = createFakeCorp({ pageSize: 1 })
  const caller = createRawCaller(corp)
  const { media_id } = corp.media.add({ type: 'image', filename: '', content_type: '', content: new Uint8Array(6) })
  const before = corp.state()
  const way = { type: 1, scene: 2, user: ['nobody'], is_temp: true, conclusions: { image: { media_id } } }
  const page = caller.post('externalcontact/groupchat/list', { limit: 10 })

  expect(page).toMatchObject({ errcode: 0, next_cursor: expect.any(String) })
  expect(caller.get('externalcontact/list', { userid: 'nobody' })).toMatchObject({ errcode: 60111 })
  expect(caller.post('externalcontact/contact_list', {})).toMatchObject({ errcode: 0 })
  expect(caller.post('externalcontact/add_contact_way', way)).toMatchObject({ errcode: 60111 })
  expect(corp.state()).toEqual(before)
})
