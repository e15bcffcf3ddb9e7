import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { type WalkedContact, walkContactsByUser } from './walkContactsByUser.ts'

function contact(external_userid: string, userid: string): object {
  return {
    external_contact: { external_userid, name: '', type: 1, gender: 0 },
    follow_info: { userid, remark: '', description: '', createtime: 1, add_way: 0, oper_userid: userid },
  }
}

function page(contacts: object[], next_cursor?: string, unlicensed_userid_list?: string[]): object {
  const fail_info = unlicensed_userid_list && { unlicensed_userid_list }
  return { external_contact_list: contacts, next_cursor, fail_info }
}

const noneLicensed = { errcode: 701008, errmsg: 'no valid licence, hint: [2608]' }
const invalidCursor = { errcode: 50100, errmsg: 'invalid cursor, hint: [2610]' }

async function collect(walk: AsyncIterable<WalkedContact>): Promise<WalkedContact[]> {
  const walked: WalkedContact[] = []
  for await (const one of walk) walked.push(one)
  return walked
}

/** What a walk is about, in one word each. */
function words(walked: readonly WalkedContact[]): string[] {
  return walked.map((one) => (one.kind === 'contact' ? one.external_contact.external_userid : `no ${one.userid}`))
}

const members = Array.from({ length: 201 }, (_, index) => `member-${index}`)

test('default', async () => {
  const { client, sent } = createTestClient([
    page([contact('wm1', 'chenjie'), contact('wm2', 'chenjie')], 'page-2'),
    page([contact('wm1', 'lina')]),
  ])
  const params = { userid_list: ['chenjie', 'lina'] }

  expect(await collect(walkContactsByUser(client, params))).toEqual([
    { kind: 'contact', ...contact('wm1', 'chenjie'), resume: params },
    { kind: 'contact', ...contact('wm2', 'chenjie'), resume: params },
    { kind: 'contact', ...contact('wm1', 'lina'), resume: { ...params, cursor: 'page-2' } },
  ])
  expect(sent.map(({ body }) => body)).toEqual([
    { userid_list: ['chenjie', 'lina'], limit: 100 },
    { userid_list: ['chenjie', 'lina'], limit: 100, cursor: 'page-2' },
  ])
})

test('behavior: members without a licence do not look like members without customers', async () => {
  const { client } = createTestClient([
    page([contact('wm1', 'chenjie')], 'page-2', ['lisi']),
    page([contact('wm2', 'chenjie')], undefined, ['lisi', 'wangwu']),
  ])

  const walked = await collect(walkContactsByUser(client, { userid_list: ['chenjie', 'lisi', 'wangwu', 'zhaoliu'] }))

  expect(words(walked)).toEqual(['no lisi', 'wm1', 'no wangwu', 'wm2'])
})

test('behavior: a call that fails as none of its members has a licence does not end the walk', async () => {
  const { client } = createTestClient([noneLicensed, page([contact('wm1', 'member-100')]), noneLicensed])

  const walked = await collect(walkContactsByUser(client, { userid_list: members }))

  expect(words(walked)).toEqual([...members.slice(0, 100).map((userid) => `no ${userid}`), 'wm1', 'no member-200'])
})

test('behavior: more than 100 members are asked for 100 at a time', async () => {
  const { client, sent } = createTestClient([
    page([contact('wm1', 'member-0')]),
    page([contact('wm2', 'member-100')], 'page-2'),
    page([contact('wm3', 'member-101')]),
    page([]),
  ])

  const walked = await collect(walkContactsByUser(client, { userid_list: members, limit: 1 }))

  expect(words(walked)).toEqual(['wm1', 'wm2', 'wm3'])
  expect(sent.map(({ body }) => body)).toEqual([
    { userid_list: members.slice(0, 100), limit: 1 },
    { userid_list: members.slice(100, 200), limit: 1 },
    { userid_list: members.slice(100, 200), limit: 1, cursor: 'page-2' },
    { userid_list: members.slice(200), limit: 1 },
  ])
  expect(walked[2]).toMatchObject({ resume: { userid_list: members.slice(100), limit: 1, cursor: 'page-2' } })
})

test('behavior: a walk goes on with the page that it stopped on, then with the other members', async () => {
  const { client, sent } = createTestClient([page([contact('wm3', 'member-101')]), page([])])

  await collect(walkContactsByUser(client, { userid_list: members.slice(100), limit: 1, cursor: 'page-2' }))

  expect(sent.map(({ body }) => body)).toEqual([
    { userid_list: members.slice(100, 200), limit: 1, cursor: 'page-2' },
    { userid_list: members.slice(200), limit: 1 },
  ])
})

test('behavior: a kept resume whose cursor has expired begins the same members again', async () => {
  const { client, sent } = createTestClient([
    invalidCursor,
    page([contact('wm1', 'member-100')], 'page-2', ['member-199']),
    page([contact('wm2', 'member-101')]),
    page([contact('wm3', 'member-200')]),
  ])
  const kept = { userid_list: members.slice(100), limit: 1, cursor: 'expired' }

  const walked = await collect(walkContactsByUser(client, kept))

  expect(words(walked)).toEqual(['no member-199', 'wm1', 'wm2', 'wm3'])
  expect(sent.map(({ body }) => body)).toEqual([
    { userid_list: members.slice(100, 200), limit: 1, cursor: 'expired' },
    { userid_list: members.slice(100, 200), limit: 1 },
    { userid_list: members.slice(100, 200), limit: 1, cursor: 'page-2' },
    { userid_list: members.slice(200), limit: 1 },
  ])
  expect(walked[1]).toMatchObject({ resume: { userid_list: members.slice(100), cursor: undefined } })
  expect(walked[2]).toMatchObject({ resume: { userid_list: members.slice(100), cursor: 'page-2' } })
})

test('behavior: a cursor that expires during the walk has only its own members come again', async () => {
  const { client } = createTestClient([
    page([contact('wm1', 'member-0')]),
    page([contact('wm2', 'member-100')], 'page-2', ['member-199']),
    invalidCursor,
    page([contact('wm2', 'member-100')], 'other-2', ['member-199']),
    page([contact('wm3', 'member-101')]),
    page([contact('wm4', 'member-200')]),
  ])

  const walked = await collect(walkContactsByUser(client, { userid_list: members, limit: 1 }))

  expect(words(walked)).toEqual(['wm1', 'no member-199', 'wm2', 'wm2', 'wm3', 'wm4'])
})

test('error: a cursor that is refused a second time ends the walk', async () => {
  const { client, sent } = createTestClient([invalidCursor, page([contact('wm1', 'chenjie')], 'page-2'), invalidCursor])

  await expect(
    collect(walkContactsByUser(client, { userid_list: ['chenjie'], cursor: 'expired' })),
  ).rejects.toMatchObject({ kind: 'api', errcode: 50100 })
  expect(sent).toHaveLength(3)
})

test('error: a first page that is refused for its cursor is not asked for again', async () => {
  const { client, sent } = createTestClient([invalidCursor])

  await expect(collect(walkContactsByUser(client, { userid_list: ['chenjie'] }))).rejects.toMatchObject({
    errcode: 50100,
  })
  expect(sent).toHaveLength(1)
})

test('error: any other failure ends the walk', async () => {
  const { client, sent } = createTestClient([{ errcode: 60111, errmsg: 'userid not found, hint: [2609]' }])

  await expect(collect(walkContactsByUser(client, { userid_list: members }))).rejects.toMatchObject({ errcode: 60111 })
  expect(sent).toHaveLength(1)
})

test('error: no members are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(collect(walkContactsByUser(client, { userid_list: [] }))).rejects.toThrow(
    'userid_list: must not be empty',
  )
  expect(sent).toEqual([])
})

test('error: an abort before a page ends the walk', async () => {
  const controller = new AbortController()
  const { client, sent } = createTestClient([page([contact('wm1', 'chenjie')], 'page-2'), page([])])
  const walk = walkContactsByUser(client, { userid_list: ['chenjie'] }, { signal: controller.signal })
  await walk.next()
  controller.abort()

  await expect(walk.next()).rejects.toMatchObject({ kind: 'abort' })
  expect(sent).toHaveLength(1)
})
