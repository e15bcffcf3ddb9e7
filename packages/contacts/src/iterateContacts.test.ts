import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { iterateContacts, type IteratedContact } from './iterateContacts.ts'

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

async function collect(contacts: AsyncIterable<IteratedContact>): Promise<IteratedContact[]> {
  const collected: IteratedContact[] = []
  for await (const one of contacts) collected.push(one)
  return collected
}

function ids(contacts: readonly IteratedContact[]): string[] {
  return contacts.map(({ external_contact }) => external_contact.external_userid)
}

const members = Array.from({ length: 201 }, (_, index) => `member-${index}`)

test('default', async () => {
  const { client, sent } = createTestClient([
    { follow_user: ['chenjie', 'lina'] },
    page([contact('wm1', 'chenjie'), contact('wm2', 'chenjie')], 'page-2'),
    page([contact('wm1', 'lina')]),
  ])
  const resume = { userid_list: ['chenjie', 'lina'], cursor: undefined }

  expect(await collect(iterateContacts(client))).toEqual([
    { ...contact('wm1', 'chenjie'), resume },
    { ...contact('wm2', 'chenjie'), resume },
    { ...contact('wm1', 'lina'), resume: { ...resume, cursor: 'page-2' } },
  ])
  expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(['get_follow_user_list', 'get_by_user', 'get_by_user'])
  expect(sent.slice(1).map(({ body }) => body)).toEqual([
    { userid_list: ['chenjie', 'lina'], limit: 100 },
    { userid_list: ['chenjie', 'lina'], limit: 100, cursor: 'page-2' },
  ])
})

test('behavior: a corp without members has no customers', async () => {
  const { client } = createTestClient([{ follow_user: [] }])

  expect(await collect(iterateContacts(client))).toEqual([])
})

test('behavior: `onUnlicensed` takes each member without a licence once', async () => {
  const { client } = createTestClient([
    page([contact('wm1', 'chenjie')], 'page-2', ['lisi']),
    page([contact('wm2', 'chenjie')], undefined, ['lisi', 'wangwu']),
  ])
  const unlicensed: string[] = []

  const contacts = await collect(
    iterateContacts(
      client,
      { userid_list: ['chenjie', 'lisi', 'wangwu', 'zhaoliu'] },
      { onUnlicensed: (userid) => void unlicensed.push(userid) },
    ),
  )

  expect(ids(contacts)).toEqual(['wm1', 'wm2'])
  expect(unlicensed).toEqual(['lisi', 'wangwu'])
})

test('behavior: the iteration waits for `onUnlicensed`', async () => {
  const { client } = createTestClient([page([contact('wm1', 'chenjie')], undefined, ['lisi'])])
  const steps: string[] = []
  const onUnlicensed = async (userid: string): Promise<void> => {
    await Promise.resolve()
    steps.push(userid)
  }

  for await (const { external_contact } of iterateContacts(client, { userid_list: ['lisi'] }, { onUnlicensed })) {
    steps.push(external_contact.external_userid)
  }

  expect(steps).toEqual(['lisi', 'wm1'])
})

test('behavior: a call that fails as none of its members has a licence does not end the iteration', async () => {
  const { client } = createTestClient([noneLicensed, page([contact('wm1', 'member-100')]), noneLicensed])
  const unlicensed: string[] = []

  const contacts = await collect(
    iterateContacts(client, { userid_list: members }, { onUnlicensed: (userid) => void unlicensed.push(userid) }),
  )

  expect(ids(contacts)).toEqual(['wm1'])
  expect(unlicensed).toEqual([...members.slice(0, 100), 'member-200'])
})

test('behavior: more than 100 members are read 100 per call', async () => {
  const { client, sent } = createTestClient([
    page([contact('wm1', 'member-0')]),
    page([contact('wm2', 'member-100')], 'page-2'),
    page([contact('wm3', 'member-101')]),
    page([]),
  ])

  const contacts = await collect(iterateContacts(client, { userid_list: members }))

  expect(ids(contacts)).toEqual(['wm1', 'wm2', 'wm3'])
  expect(sent.map(({ body }) => body)).toEqual([
    { userid_list: members.slice(0, 100), limit: 100 },
    { userid_list: members.slice(100, 200), limit: 100 },
    { userid_list: members.slice(100, 200), limit: 100, cursor: 'page-2' },
    { userid_list: members.slice(200), limit: 100 },
  ])
  expect(contacts[2]?.resume).toEqual({ userid_list: members.slice(100), cursor: 'page-2' })
})

test('behavior: an iteration goes on with the page that it stopped on, then with the other members', async () => {
  const { client, sent } = createTestClient([page([contact('wm3', 'member-101')]), page([])])

  await collect(iterateContacts(client, { userid_list: members.slice(100), cursor: 'page-2' }))

  expect(sent.map(({ body }) => body)).toEqual([
    { userid_list: members.slice(100, 200), limit: 100, cursor: 'page-2' },
    { userid_list: members.slice(200), limit: 100 },
  ])
})

test('behavior: a kept resume whose cursor has expired begins the same members again', async () => {
  const { client, sent } = createTestClient([
    invalidCursor,
    page([contact('wm1', 'member-100')], 'page-2'),
    page([contact('wm2', 'member-101')]),
    page([contact('wm3', 'member-200')]),
  ])

  const contacts = await collect(iterateContacts(client, { userid_list: members.slice(100), cursor: 'expired' }))

  expect(ids(contacts)).toEqual(['wm1', 'wm2', 'wm3'])
  expect(sent.map(({ body }) => body)).toEqual([
    { userid_list: members.slice(100, 200), limit: 100, cursor: 'expired' },
    { userid_list: members.slice(100, 200), limit: 100 },
    { userid_list: members.slice(100, 200), limit: 100, cursor: 'page-2' },
    { userid_list: members.slice(200), limit: 100 },
  ])
  expect(contacts[0]?.resume).toEqual({ userid_list: members.slice(100), cursor: undefined })
  expect(contacts[1]?.resume).toEqual({ userid_list: members.slice(100), cursor: 'page-2' })
})

test('behavior: a cursor that expires on the way has only its own members come again', async () => {
  const { client } = createTestClient([
    page([contact('wm1', 'member-0')]),
    page([contact('wm2', 'member-100')], 'page-2'),
    invalidCursor,
    page([contact('wm2', 'member-100')], 'other-2'),
    page([contact('wm3', 'member-101')]),
    page([contact('wm4', 'member-200')]),
  ])

  const contacts = await collect(iterateContacts(client, { userid_list: members }))

  expect(ids(contacts)).toEqual(['wm1', 'wm2', 'wm2', 'wm3', 'wm4'])
})

test('error: members without a licence end the iteration after all other customers', async () => {
  const { client } = createTestClient([
    page([contact('wm1', 'member-0')], undefined, ['member-1']),
    page([contact('wm2', 'member-100')]),
    noneLicensed,
  ])
  const contacts: IteratedContact[] = []
  const iterate = async (): Promise<void> => {
    for await (const one of iterateContacts(client, { userid_list: members })) contacts.push(one)
  }

  await expect(iterate()).rejects.toMatchInlineSnapshot(`
    [WeComApiError: batchGetContactsByUser failed: 701008 members without an interoperation licence (互通许可): member-1, member-200

    Endpoint: POST /cgi-bin/externalcontact/batch/get_by_user
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：701008
    Remedy: give these members a licence, or handle them in onUnlicensed; the customers of all other members were read
    Docs: https://developer.work.weixin.qq.com/document/path/92994]
  `)
  expect(ids(contacts)).toEqual(['wm1', 'wm2'])
})

test('error: a cursor that is refused a second time ends the iteration', async () => {
  const { client, sent } = createTestClient([invalidCursor, page([contact('wm1', 'chenjie')], 'page-2'), invalidCursor])

  await expect(collect(iterateContacts(client, { userid_list: ['chenjie'], cursor: 'expired' }))).rejects.toMatchObject(
    { kind: 'api', errcode: 50100 },
  )
  expect(sent).toHaveLength(3)
})

test('error: a first page without a cursor is not requested again', async () => {
  const { client, sent } = createTestClient([invalidCursor])

  await expect(collect(iterateContacts(client, { userid_list: ['chenjie'] }))).rejects.toMatchObject({ errcode: 50100 })
  expect(sent).toHaveLength(1)
})

test('error: any other failure ends the iteration', async () => {
  const { client, sent } = createTestClient([{ errcode: 60111, errmsg: 'userid not found, hint: [2609]' }])

  await expect(collect(iterateContacts(client, { userid_list: members }))).rejects.toMatchObject({ errcode: 60111 })
  expect(sent).toHaveLength(1)
})

test('error: no members are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(collect(iterateContacts(client, { userid_list: [] }))).rejects.toThrow('userid_list: must not be empty')
  expect(sent).toEqual([])
})

test('error: a cursor without its members is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(collect(iterateContacts(client, { cursor: 'page-2' }))).rejects.toThrow(
    'cursor: requires the userid_list of its page; pass the whole `resume` instead of its cursor',
  )
  expect(sent).toEqual([])
})

test('error: an abort before a page ends the iteration', async () => {
  const controller = new AbortController()
  const { client, sent } = createTestClient([page([contact('wm1', 'chenjie')], 'page-2'), page([])])
  const contacts = iterateContacts(client, { userid_list: ['chenjie'] }, { signal: controller.signal })
  await contacts.next()
  controller.abort()

  await expect(contacts.next()).rejects.toMatchObject({ kind: 'abort' })
  expect(sent).toHaveLength(1)
})
