import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { groupCorp } from '../fixtures/groupCorp.ts'
import { actions } from './actions.ts'

const pair = { userid: 'anna', external_userid: 'wm1' }
const inGroup = { chat_id: 'wrAnna' }

/** The actions to execute one after the other, with their inputs. Later actions need the results of earlier actions. */
const inputs: [name: keyof typeof actions, input: object][] = [
  ['adminCreatesTags', { group_name: '级别', tag: ['一般'] }],
  ['adminRenamesTag', { id: 'et1', name: '要紧' }],
  ['memberTagsCustomer', { ...pair, remove_tag: ['et1'] }],
  ['adminDeletesTags', { id: ['et1'] }],
  ['adminReordersTags', { group_id: 'stG', tag_id: ['st1'] }],
  ['memberWritesToCustomer', pair],
  ['customerWritesToMember', pair],
  ['memberOpensGroup', { userid: 'anna', name: '新', external_userid: ['wm1'], member_limit: 9 }],
  ['customerJoinsGroup', { ...inGroup, external_userid: 'wm2', invitor: 'anna', join_scene: 2 }],
  ['groupMessageSent', { ...inGroup, from: 'wm2' }],
  ['customerLeavesGroup', { ...inGroup, external_userid: 'wm2', removed: true }],
  ['memberJoinsGroup', { ...inGroup, userid: 'dora', invitor: 'anna' }],
  ['groupChanges', { ...inGroup, name: '群', notice: '好', admins: ['dora'] }],
  ['ownerChanges', { ...inGroup, userid: 'dora' }],
  ['memberLeavesGroup', { ...inGroup, userid: 'anna' }],
  ['customerScansJoinWay', { config_id: 'way', name: '路人' }],
  ['groupDismissed', inGroup],
]

test('actions around tags and groups, by name', () => {
  const way = { config_id: 'way', app: 'all', scene: 2 as const, auto_create_room: 0 as const, mark_source: true }
  const corp = createFakeCorp({ state: { ...groupCorp(), join_ways: [{ ...way, chat_id_list: ['wrAnna'] }] } })

  for (const [name, input] of inputs) {
    const before = corp.events.list().length
    const { events, ...done } = actions[name](corp, input)
    expect(corp.events.list().slice(before)).toEqual(events)
    expect([name, Object.keys(done)]).not.toEqual([name, []])
  }
})

test.for(inputs)('%s refuses what it does not know', ([name, input]) => {
  const corp = createFakeCorp({ state: groupCorp() })
  const before = corp.state()

  expect(() => actions[name](corp, { ...input, typo: 1 })).toThrow('Invalid key')
  expect(corp.state()).toEqual(before)
})
