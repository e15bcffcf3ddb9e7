import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { createTestClient, type SentRequest } from '../testing/createTestClient.ts'
import { authorizedCorpToken } from './authorizedCorpToken.ts'
import { call, corp, FakeTokens, settle } from './fixtures/corp.ts'
import { memoryTokenStore } from './memoryTokenStore.ts'
import { providerToken } from './providerToken.ts'
import { staticToken } from './staticToken.ts'
import { suiteToken } from './suiteToken.ts'
import type { TokenStore } from './TokenStore.ts'

const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test.each([0, -1])('behavior: a token with a lifetime of %i is used for a minute', async (lifetime) => {
  const wecom = new FakeTokens()
  wecom.lifetime = lifetime
  const inner = memoryTokenStore()
  const set = vi.fn<TokenStore['set']>(inner.set)
  const { client, gettokens } = corp({ store: { ...inner, set } }, {}, wecom)
  for (let count = 0; count < 5; count++) expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(1)
  // Stores such as Redis refuse a lifetime of 0.
  expect(set).toHaveBeenCalledWith(expect.any(String), expect.any(String), minute)

  await vi.advanceTimersByTimeAsync(minute)
  await settle(call(client))
  expect(gettokens()).toBe(2)
})

/** Creates a corp that issues tokens, but refuses every call that uses them. */
function rejectingCorp(): ReturnType<typeof corp> {
  const wecom = new FakeTokens()
  vi.spyOn(wecom, 'answer').mockImplementation(({ path }) => {
    if (path !== '/cgi-bin/gettoken') return { errcode: 40014, errmsg: 'invalid access_token' }
    wecom.issued++
    return { errcode: 0, errmsg: 'ok', access_token: wecom.current, expires_in: 7200 }
  })
  return corp({}, {}, wecom)
}

test('behavior: if WeCom rejects each new token, at most two are requested a minute', async () => {
  const { client, gettokens, sent } = rejectingCorp()
  for (let count = 0; count < 5; count++) {
    await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40014 })
  }
  expect(gettokens()).toBe(2)
  // The first call sent both tokens; the others sent nothing.
  expect(sent).toHaveLength(2 + 2)

  await vi.advanceTimersByTimeAsync(minute)
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40014 })
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40014 })
  expect(gettokens()).toBeLessThanOrEqual(4)
})

test('error: during the pause every call fails with the refusal of the token', async () => {
  const { client } = rejectingCorp()
  await expect(settle(call(client))).rejects.toMatchObject({ endpoint: 'sample' })
  await expect(settle(call(client))).rejects.toMatchObject({ endpoint: 'getAccessToken' })
  const other = client.request({ ...sampleEndpoint('send'), name: 'other' }, { id: 'a' })

  await expect(settle(other)).rejects.toMatchObject({
    summary: 'getAccessToken failed: 40014 invalid access_token',
    ambiguous: false,
  })
})

test('behavior: after the pause a token that works is used', async () => {
  const { client } = rejectingCorp()
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40014 })
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40014 })
  vi.restoreAllMocks()

  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40014 })
  await vi.advanceTimersByTimeAsync(minute)
  expect(await settle(call(client))).toEqual({ value: 1 })
})

test('behavior: a token that worked and was invalidated is replaced each time, however soon', async () => {
  const { client, wecom, gettokens } = corp()
  for (let count = 1; count <= 4; count++) {
    expect(await settle(call(client))).toEqual({ value: 1 })
    wecom.issued++
  }
  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(5)
})

test('behavior: a temporary failure of gettoken does not block the next call', async () => {
  const { client, wecom, gettokens } = corp({}, { retry: false })
  wecom.nextAnswers.push({ errcode: -1, errmsg: 'system busy' })
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: -1 })

  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(2)
})

test.each<[string, number, number]>([
  ['45009 of a request for a token', 45009, minute],
  ['a wrong secret', 40001, 60 * minute],
])('behavior: after %s, the pause has the same length if the clock is set back', async (_what, errcode, length) => {
  const { client, wecom } = corp()
  wecom.nextAnswers.push({ errcode, errmsg: 'no' })
  await expect(settle(call(client))).rejects.toMatchObject({ errcode })
  vi.setSystemTime(Date.now() - 60 * minute)
  await vi.advanceTimersByTimeAsync(length - 1_000)
  await expect(settle(call(client))).rejects.toMatchObject({ errcode })

  await vi.advanceTimersByTimeAsync(1_000)
  expect(await settle(call(client))).toEqual({ value: 1 })
})

test('behavior: after two rejected tokens, the pause has the same length if the clock is set back', async () => {
  const { client } = rejectingCorp()
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40014 })
  vi.restoreAllMocks()
  vi.setSystemTime(Date.now() - 60 * minute)
  await vi.advanceTimersByTimeAsync(minute)

  expect(await settle(call(client))).toEqual({ value: 1 })
})

const lifetimes = {
  suiteToken: {
    token: suiteToken({ suiteId: 'wx1', suiteSecret: 's3cret', ticket: () => 'ticket' }),
    kind: 'suite',
    field: 'suite_access_token',
  },
  providerToken: {
    token: providerToken({ corpId: 'ww1', secret: 's3cret' }),
    kind: 'provider',
    field: 'provider_access_token',
  },
  authorizedCorpToken: {
    token: authorizedCorpToken({ corpId: 'ww1', permanentCode: 'p3rmanent', suite: staticToken('s', 'suite') }),
    kind: 'corp',
    field: 'access_token',
  },
} as const

test.each(Object.entries(lifetimes))(
  'behavior: %s reads its lifetime as seconds',
  async (_name, { token, kind, field }) => {
    const answer = ({ path }: SentRequest): object =>
      path === '/cgi-bin/sample' ? { errcode: 0, value: 1 } : { errcode: 0, [field]: 'new', expires_in: 7200 }
    const { client, sent } = createTestClient(
      Array.from({ length: 9 }, () => answer),
      { token },
    )
    const ask = (): Promise<unknown> => settle(client.request(sampleEndpoint('read', { token: kind }), { id: 'a' }))
    await ask()
    await vi.advanceTimersByTimeAsync(112 * minute)
    await ask()
    expect(sent).toHaveLength(3)

    await vi.advanceTimersByTimeAsync(4 * minute)
    await ask()
    expect(sent).toHaveLength(5)
  },
)
