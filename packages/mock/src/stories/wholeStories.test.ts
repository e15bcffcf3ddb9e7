import {
  getContact,
  listContactIds,
  listContactTransferResults,
  listFollowUsers,
  listUnassignedContactsEndpoint,
  transferContacts,
  updateContactRemark,
  type IterateContactsParams,
  type IteratedContact,
  iterateContacts,
} from '@wecom/contacts'
import {
  type Client,
  type ClientConfig,
  type ClientEvent,
  corpToken,
  createClient,
  isWeComError,
  paginateItems,
} from '@wecom/core'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'

// Stories in which the client of the SDK calls the fake corp through its `fetch`.

const corpId = 'wwstory'
const secret = 'story-secret-9f8e7d'
const corp = createFakeCorp({ state: smallCorp(), corpId, secret, pageSize: 2 })

beforeEach(() => corp.reset())

function connect(config: Partial<ClientConfig> & { readonly secret?: string } = {}): Client {
  const { secret: used = secret, ...rest } = config
  return createClient({
    token: corpToken({ corpId, secret: used }),
    fetch: corp.fetch,
    strict: true,
    retry: { minDelay: 1, maxDelay: 2 },
    ...rest,
  })
}

function errcodes(endpoint: string): (number | undefined)[] {
  return corp.journal.list(endpoint).map(({ errcode }) => errcode)
}

test('50 parallel first calls fetch one token', async () => {
  const client = connect()
  const results = await Promise.all(Array.from({ length: 50 }, () => listFollowUsers(client)))

  expect(results).toHaveLength(50)
  expect(corp.journal.list('getAccessToken')).toHaveLength(1)
  expect(corp.journal.list('listFollowUsers')).toHaveLength(50)
})

test('a token that expires in the middle is replaced, once', async () => {
  const client = connect()
  await listFollowUsers(client)
  corp.clock.advance({ hours: 2 })
  await Promise.all([listFollowUsers(client), listFollowUsers(client), listFollowUsers(client)])

  expect(errcodes('listFollowUsers')).toEqual([0, 42001, 42001, 42001, 0, 0, 0])
  expect(corp.tokens.issued).toBe(2)
})

test('a token that is revoked early is replaced, once', async () => {
  const client = connect()
  await listFollowUsers(client)
  corp.tokens.revoke()
  await listFollowUsers(client)

  expect(errcodes('listFollowUsers')).toEqual([0, 40014, 0])
  expect(corp.tokens.issued).toBe(2)
})

test('a wrong secret is tried once, however often the client is asked', async () => {
  const client = connect({ secret: 'wrong' })
  for (let round = 0; round < 8; round++) {
    await expect(listFollowUsers(client)).rejects.toMatchObject({ errcode: 40001 })
  }

  expect(corp.journal.list()).toHaveLength(1)
})

test('clients that come back with a wrong secret are blocked for an hour', async () => {
  for (let round = 0; round < 5; round++)
    await expect(listFollowUsers(connect({ secret: 'wrong' }))).rejects.toMatchObject({ errcode: 40001 })

  await expect(listFollowUsers(connect())).rejects.toMatchObject({ errcode: 45009 })
  corp.clock.advance({ hours: 1 })
  await expect(listFollowUsers(connect())).resolves.toMatchObject({ follow_user: ['anna', 'ben', 'dora', 'fay'] })
})

test('a transfer, and its result the day after', async () => {
  const client = connect()
  const pair = { handover_userid: 'anna', takeover_userid: 'ben' }
  await transferContacts(client, { ...pair, external_userid: ['wm2'] })
  const waiting = await listContactTransferResults(client, pair)
  corp.clock.advance({ hours: 24 })
  const done = await listContactTransferResults(client, pair)

  const takeover_time = smallCorpTime + 24 * 3600
  expect(waiting.customer).toEqual([{ external_userid: 'wm2', status: 2, takeover_time }])
  expect(done.customer).toEqual([{ external_userid: 'wm2', status: 1, takeover_time }])
  const { follow_user } = await getContact(client, { external_userid: 'wm2' })
  expect(follow_user).toMatchObject([{ userid: 'ben', add_way: 202 }])
})

test('a lost answer: sent once, and the error says that it may have happened', async () => {
  corp.faults.add({ kind: 'lost-answer', endpoint: 'transferContacts' })
  const params = { handover_userid: 'anna', takeover_userid: 'ben', external_userid: ['wm2'] }

  await expect(transferContacts(connect(), params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(corp.journal.list('transferContacts')).toMatchObject([{ errcode: 0, status: 0, fault: 'lost-answer' }])
  expect(corp.transfers.waiting('wm2')).toBeDefined()
})

test('a lost answer of a write: sent again, to the same end', async () => {
  corp.faults.add({ kind: 'lost-answer', endpoint: 'updateContactRemark' })
  await updateContactRemark(connect(), { userid: 'anna', external_userid: 'wm1', remark: '王' })

  expect(errcodes('updateContactRemark')).toEqual([0, 0])
  expect(corp.follows.find('anna', 'wm1')?.remark).toBe('王')
})

test('a walk whose cursor wears out fails, and a new one begins anew', async () => {
  const client = connect()
  const params = { handover_userid: 'anna', takeover_userid: 'ben', external_userid: ['wm1', 'wm2', 'wo3'] }
  await transferContacts(client, params)
  const { next_cursor: cursor = '' } = await listContactTransferResults(client, params)
  corp.clock.advance({ hours: 4 })

  await expect(listContactTransferResults(client, { ...params, cursor })).rejects.toMatchObject({ errcode: 50100 })
  expect((await listContactTransferResults(client, params)).customer).toHaveLength(2)
})

test('a kept resume whose cursor wears out begins the same members again', async () => {
  const client = connect()
  const walk = async (params: IterateContactsParams): Promise<IteratedContact[]> => {
    const walked: IteratedContact[] = []
    for await (const one of iterateContacts(client, params)) walked.push(one)
    return walked
  }
  const whole = await walk({ userid_list: ['anna'] })
  const last = whole.at(-1)
  const kept = last?.resume ?? { userid_list: [] }
  expect(kept).toMatchObject({ userid_list: ['anna'], cursor: expect.any(String) })
  expect(await walk(kept)).toEqual([last])
  corp.clock.advance({ hours: 4 })

  expect((await walk(kept)).length).toBe(whole.length)
  expect(errcodes('batchGetContactsByUser').slice(-3)).toEqual([50100, 0, 0])
})

test('pages are walked to the end', async () => {
  corp.reset('demo')
  const waiting: string[] = []
  for await (const { external_userid } of paginateItems(connect(), listUnassignedContactsEndpoint, {})) {
    waiting.push(external_userid)
  }

  expect(new Set(waiting).size).toBe(4)
  expect(corp.journal.list('listUnassignedContacts')).toHaveLength(2)
})

test('“nothing there” is an empty list', async () => {
  expect(await listContactIds(connect(), { userid: 'ben' })).toEqual({ external_userid: [] })
})

test.for(['reset', 'truncate', 'html', 'empty'] as const)('a read survives %s', async (kind) => {
  corp.faults.add({ kind, endpoint: 'listFollowUsers' })

  expect(await listFollowUsers(connect())).toMatchObject({ follow_user: ['anna', 'ben', 'dora', 'fay'] })
  expect(corp.journal.list('listFollowUsers')).toHaveLength(2)
})

test('a status, with the time to wait', async () => {
  corp.faults.add({ kind: 'status', status: 503, retryAfter: 3600, endpoint: 'listFollowUsers' })

  await expect(listFollowUsers(connect())).rejects.toMatchObject({ kind: 'http', status: 503, retryAfter: 3_600_000 })
})

test('a delay runs by the timers of the transport, which tests can replace', async () => {
  const client = connect({ retry: false })
  await listFollowUsers(client)
  vi.useFakeTimers()
  try {
    corp.faults.add({ kind: 'delay', delayMs: 60_000, endpoint: 'listFollowUsers' })
    const outcome = expect(listFollowUsers(client, {}, { timeout: 5000 })).rejects.toMatchObject({ kind: 'timeout' })
    await vi.advanceTimersByTimeAsync(60_000)
    await outcome
  } finally {
    vi.useRealTimers()
  }
})

test('calls that are in flight at once: one over the limit is refused', async () => {
  const client = connect({ retry: false })
  await listFollowUsers(client)
  corp.limits.add({ kind: 'concurrency', endpoint: 'listFollowUsers', inFlight: 1 })
  vi.useFakeTimers()
  try {
    corp.faults.add({ kind: 'delay', delayMs: 1000, endpoint: 'listFollowUsers' })
    const slow = listFollowUsers(client)
    await vi.waitFor(() => expect(corp.journal.list('listFollowUsers')).toHaveLength(2), 20_000)
    await expect(listFollowUsers(client)).rejects.toMatchObject({ errcode: 45033 })
    await vi.advanceTimersByTimeAsync(1000)
    await slow

    expect(await listFollowUsers(client)).toHaveProperty('follow_user')
  } finally {
    vi.useRealTimers()
  }
})

test('a fault or a limit for an endpoint that does not exist is refused', () => {
  expect(() => corp.faults.add({ kind: 'reset', endpoint: 'listFollowUser' })).toThrow(
    'There is no endpoint listFollowUser; did you mean listFollowUsers or ',
  )
  expect(() => corp.faults.add({ kind: 'errcode', errcode: 0 })).toThrow('0 means success')
  expect(() => corp.limits.add({ kind: 'conflict', endpoint: '/markTags' })).toThrow('There is no endpoint /markTags')
})

test('the secret and the token are in no error and no event', async () => {
  const events: ClientEvent[] = []
  const client = connect({ onEvent: (event) => events.push(event) })
  await listFollowUsers(client)
  const gettoken = `https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${secret}`
  const { access_token: token } = (await (await corp.fetch(gettoken)).json()) as { access_token: string }
  const errors: unknown[] = []
  for (const kind of ['lost-answer', 'truncate', 'html', 'empty', 'expire-token'] as const) {
    corp.faults.add({ kind, times: 'always' })
    errors.push(await getContact(connect(), { external_userid: 'wm1' }).catch((error: unknown) => error))
    errors.push(await getContact(client, { external_userid: 'wm1' }).catch((error: unknown) => error))
    corp.faults.clear()
  }

  const text = [...errors, ...events.flatMap((event) => ('error' in event ? [event.error] : []))]
    .map(everything)
    .join('\n')
  expect(errors.filter((error) => isWeComError(error))).toHaveLength(10)
  expect(text + JSON.stringify(events)).not.toContain(secret)
  expect(text + JSON.stringify(events)).not.toContain(token)
})

test('any host, any path in front', async () => {
  expect(await listFollowUsers(connect({ baseUrl: 'https://gateway.test/wecom' }))).toHaveProperty('follow_user')
})

test('unknown paths: 404 without a body', async () => {
  const url = 'https://qyapi.weixin.qq.com/cgi-bin/externalcontact/nothing'
  const unknown = await corp.fetch(url)
  expect([unknown.status, await unknown.text()]).toEqual([404, ''])
})

/** Returns all text of an error, hidden fields and causes included. */
function everything(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error)
  const own = Object.getOwnPropertyNames(error).map((name) =>
    String((error as unknown as Record<string, unknown>)[name]),
  )
  return [String(error), error.stack, JSON.stringify(error), ...own, error.cause ? everything(error.cause) : ''].join(
    '\n',
  )
}
