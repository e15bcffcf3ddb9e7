import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { follow, smallCorp } from '../fixtures/smallCorp.ts'

const corp = createFakeCorp({ state: smallCorp() })
let caller: RawCaller
beforeEach(() => {
  corp.reset()
  caller = createRawCaller(corp, 'secret-all')
})
const path = 'externalcontact/customer_acquisition'
const create = (body: object = {}, as = caller) =>
  as.post(`${path}/create_link`, { link_name: '春季', range: { user_list: ['anna'] }, ...body })

function linkIdOf({ link }: Record<string, unknown>): string {
  return (link as { link_id: string }).link_id
}

test('a link, from its making to its end', () => {
  const created = create({ range: { user_list: ['anna'], department_list: [2] } })
  const link_id = linkIdOf(created)
  const url = `https://work.weixin.qq.com/ca/${link_id}`
  const create_time = corp.clock.seconds()
  expect(created).toEqual({ errcode: 0, errmsg: 'ok', link: { link_id, link_name: '春季', url, create_time } })

  expect(caller.post(`${path}/get`, { link_id })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    link: { link_name: '春季', url, create_time, skip_verify: true, mark_source: true },
    range: { user_list: ['anna'], department_list: [2] },
  })
  const change = { link_id, link_name: '夏季', range: { user_list: ['ben'] }, skip_verify: false, mark_source: false }
  expect(caller.post(`${path}/update_link`, change)).toMatchObject({ errcode: 0 })
  expect(caller.post(`${path}/get`, { link_id })).toMatchObject({
    link: { link_name: '夏季', skip_verify: false, mark_source: false },
    range: { user_list: ['ben'], department_list: [] },
  })
  expect(caller.post(`${path}/delete_link`, { link_id })).toMatchObject({ errcode: 0 })
  expect(caller.post(`${path}/get`, { link_id })).toMatchObject({ errcode: 40058 })
  expect(corp.events.list()).toEqual([])
})

test('a priority is replaced as a whole', () => {
  const link_id = linkIdOf(create({ priority_option: { priority_type: 2, priority_userid_list: ['ben'] } }))
  expect(caller.post(`${path}/get`, { link_id })).toMatchObject({
    priority_option: { priority_type: 2, priority_userid_list: ['ben'] },
  })

  caller.post(`${path}/update_link`, { link_id, priority_option: { priority_type: 1 } })
  expect(caller.post(`${path}/get`, { link_id })['priority_option']).toEqual({ priority_type: 1 })
})

test.for([
  [{ link_name: '长'.repeat(31) }, 40058],
  [{ range: {} }, 40058],
  [{ range: { user_list: ['nobody'] } }, 60111],
  [{ range: { user_list: ['emil'] } }, 84074],
  [{ range: { department_list: [9] } }, 60123],
  [{ priority_option: { priority_type: 2 } }, 40058],
  [{ priority_option: { priority_type: 2, priority_userid_list: ['nobody'] } }, 60111],
] as const)('create_link with %j gets %i', ([change, errcode]) => {
  expect(create(change)).toMatchObject({ errcode })
})

test('an app reaches its own scope and its own links only', () => {
  const link_id = linkIdOf(create())
  const sales = createRawCaller(corp, 'secret-sales')

  expect(create({ range: { user_list: ['dora'] } }, sales)).toMatchObject({ errcode: 60011 })
  for (const call of ['get', 'update_link', 'delete_link', 'customer']) {
    expect(sales.post(`${path}/${call}`, { link_id })).toMatchObject({ errcode: 40058 })
  }
  expect(sales.post(`${path}/list_link`, {})).toMatchObject({ link_id_list: [] })
})

test('the list of links has pages', () => {
  const ids = [create(), create()].map(linkIdOf)
  const first = caller.post(`${path}/list_link`, { limit: 1 })

  expect(first).toMatchObject({ link_id_list: [ids[0]] })
  expect(caller.post(`${path}/list_link`, { limit: 1, cursor: first['next_cursor'] })).toMatchObject({
    link_id_list: [ids[1]],
    next_cursor: '',
  })
})

test('deleting in the console raises an event', () => {
  const link_id = linkIdOf(create())

  expect(corp.people.adminDeletesAcquisitionLink({ link_id }).events).toMatchObject([
    { Event: 'customer_acquisition', ChangeType: 'delete_link', LinkId: link_id },
  ])
  expect(() => corp.people.adminDeletesAcquisitionLink({ link_id })).toThrow('There is no acquisition link')
})

test('refuses calls for the component only, with the reason', () => {
  expect(caller.post(`${path}/create_once_key`, { link_id: 'x' })).toMatchObject({
    errcode: 48002,
    errmsg: expect.stringContaining('does not support createAcquisitionOnceKeys'),
  })
})

test('the corp’s own 客户联系 application may make no call, but reads customers', () => {
  const app = { name: 'system', secret: 'secret-system', customer_contact: true, system: true }
  const system = createRawCaller(
    createFakeCorp({
      state: { ...smallCorp(), apps: [app], strategies: [], tag_groups: [], follows: [follow('anna', 'wm1')] },
    }),
  )

  expect(create({}, system)).toMatchObject({ errcode: 48002 })
  expect(system.post(`${path}/list_link`, {})).toMatchObject({ errcode: 48002, link_id_list: [] })
  expect(system.get('externalcontact/list', { userid: 'anna' })).toMatchObject({ errcode: 0 })
})
