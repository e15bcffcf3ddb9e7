import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

const path = 'externalcontact/mark_tag'
const pair = { userid: 'anna', external_userid: 'wm1' }

test('mark: what is put on one member’s customer shows where contacts are read', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  const { tag_id } = corp.people.adminCreatesTags({ group_name: '级别', tag: ['一般'] })

  expect(caller.post(path, { ...pair, add_tag: [...tag_id, 'et1'], remove_tag: ['st1'] })).toEqual({
    errcode: 0,
    errmsg: 'ok',
  })
  expect(caller.get('externalcontact/get', { external_userid: 'wm1' })['follow_user']).toMatchObject([
    { userid: 'anna', tags: [{ tag_name: '重要' }, { tag_name: '一般', group_name: '级别', type: 1 }, { type: 2 }] },
    expect.not.objectContaining({ tags: expect.anything() }),
  ])
  expect(caller.post('externalcontact/batch/get_by_user', { userid_list: ['anna'] })).toMatchObject({
    external_contact_list: [{ follow_info: { tag_id: ['et1', ...tag_id] } }, {}, {}],
  })
  expect(corp.events.list().filter(({ Event }) => Event === 'change_external_contact')).toEqual([])
})

test.for([
  [{ ...pair, userid: 'nobody' }, 60111],
  [{ ...pair, userid: '' }, 41009],
  [{ ...pair, external_userid: undefined }, 41035],
  [{ ...pair, external_userid: 'unknown' }, 40096],
  [{ ...pair, userid: 'ben' }, 84061],
  [{ userid: 'emil', external_userid: 'wm5' }, 84061],
  [{ ...pair, add_tag: [] }, 40058],
  [{ ...pair, add_tag: ['etNone'] }, 40068],
  [{ ...pair, add_tag: undefined, remove_tag: ['etNone'] }, 40068],
  [{ ...pair, add_tag: ['etG'] }, 40068],
] as const)('mark: %j gets %i', ([body, errcode]) => {
  const caller = createRawCaller(createFakeCorp({ state: smallCorp() }))
  expect(caller.post(path, { add_tag: ['et1'], ...body })).toMatchObject({ errcode })
})

test('mark: a rule group’s tag is for its app, and for members whom the rule group manages', () => {
  const given = smallCorp()
  const [strategy] = given.strategies ?? []
  const corp = createFakeCorp({
    state: { ...given, strategies: strategy ? [{ ...strategy, range: [{ type: 2, partyid: 2 }] }] : [] },
  })
  const [own, other] = [createRawCaller(corp), createRawCaller(corp, 'secret-sales')]
  const dora = { userid: 'dora', external_userid: 'wm1' }

  expect(own.post(path, { ...pair, add_tag: ['st1'] })).toMatchObject({ errcode: 0 })
  expect(own.post(path, { ...dora, add_tag: ['st1'] })).toMatchObject({ errcode: 60011 })
  expect(other.post(path, { ...pair, add_tag: ['st1'] })).toMatchObject({ errcode: 40068 })
})

test('mark: 3000 tags on one customer', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const names = Array.from({ length: 3000 }, (_, index) => String(index))
  const { tag_id } = corp.people.adminCreatesTags({ group_name: '多', tag: names })
  const caller = createRawCaller(corp)

  expect(caller.post(path, { ...pair, add_tag: tag_id })).toMatchObject({ errcode: 40144 })
  expect(caller.post(path, { ...pair, add_tag: tag_id, remove_tag: ['et1', 'st1'] })).toMatchObject({ errcode: 0 })
})

test('people: the admin console tells of tags, members of customers whom they tag', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const CreateTime = corp.clock.seconds()
  const about = { Event: 'change_external_tag', CreateTime }
  const { group_id, tag_id, events } = corp.people.adminCreatesTags({ group_name: '来源', tag: ['a', 'b'] })
  const [a = '', b = ''] = tag_id

  expect(events).toEqual([
    { ...about, ChangeType: 'create', Id: group_id, TagType: 'tag_group' },
    { ...about, ChangeType: 'create', Id: a, TagType: 'tag' },
    { ...about, ChangeType: 'create', Id: b, TagType: 'tag' },
  ])
  expect(corp.people.adminRenamesTag({ id: a, name: 'c' }).events).toEqual([
    { ...about, ChangeType: 'update', Id: a, TagType: 'tag' },
  ])
  expect(corp.people.adminReordersTags({ group_id, tag_id: [b, a] }).events).toEqual([
    { ...about, ChangeType: 'shuffle', Id: group_id },
  ])
  expect(corp.people.memberTagsCustomer({ ...pair, add_tag: [a] }).events).toEqual([
    {
      Event: 'change_external_contact',
      ChangeType: 'edit_external_contact',
      UserID: 'anna',
      ExternalUserID: 'wm1',
      CreateTime,
    },
  ])
  expect(createRawCaller(corp).post('externalcontact/get_corp_tag_list', { group_id: [group_id] })).toMatchObject({
    tag_group: [{ tag: [{ id: b }, { id: a, name: 'c' }] }],
  })
  expect(corp.people.adminDeletesTags({ id: [group_id] }).events).toEqual([
    { ...about, ChangeType: 'delete', Id: group_id, TagType: 'tag_group' },
  ])
  expect(corp.follows.find('anna', 'wm1')?.tag_ids).toEqual(['et1', 'st1'])
  expect(corp.events.list()).toHaveLength(7)
})

test('people: refuses impossible actions with a reason', () => {
  const corp = createFakeCorp({ state: smallCorp() })

  expect(() => corp.people.adminCreatesTags({ group_name: '级别', tag: ['重要'] })).toThrow('with id et1')
  expect(() => corp.people.adminRenamesTag({ id: 'etG', name: '级别' })).not.toThrow()
  expect(() => corp.people.adminDeletesTags({ id: ['none'] })).toThrow(
    'There is no tag or tag group none; tags and tag groups: etG, et1, stG, st1',
  )
  expect(() => corp.people.adminReordersTags({ group_id: 'etG', tag_id: [] })).toThrow(
    'must contain each tag of tag group',
  )
  expect(() => corp.people.memberTagsCustomer({ ...pair, add_tag: ['etG'] })).toThrow('is a tag group')
})
