import { corpToken } from '@wecom/core'
import type { SentRequest } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createAttacks } from './fixtures/attacks.ts'
import { createTestProxy, get, neverAsked } from './fixtures/createTestProxy.ts'
import { refusals } from './Refusal.ts'

const secret = 'fixture-secret-7f3a'
const accessToken = 'fixture-token-91bc'
// The secret and the token of the proxy, and the value `stolen`, which attacks send as a token. The proxy must never
// return or report one of them.
const credentials = new RegExp(`${secret}|${accessToken}|stolen`)
const attacks = createAttacks()
const token = corpToken({ corpId: 'ww1', secret })
// Answers of WeCom. The proxy must refuse every attack, so no attack may get one of these answers.
const answers = [
  { errcode: 0, errmsg: 'ok', access_token: accessToken, expires_in: 7200 },
  { errcode: 0, errmsg: 'ok', external_userid: [] },
]

test('the attacks are all different, and as many as intended', () => {
  expect(attacks).toHaveLength(391)
  expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length)
})

test.each(attacks.map((attack) => [attack.name, attack] as const))(
  '%s',
  async (_name, { request, status, options }) => {
    const { proxy, sent, events } = createTestProxy(answers, { authorize: neverAsked, ...options }, { token })
    const response = await proxy(request)
    const body = await response.text()

    expect(response.status).toBe(status)
    if (status === 200) expect(JSON.parse(body)).toMatchObject({ errcode: 40058 })
    if (status === 404) expect(body).toBe(`@wecom/proxy: ${refusals.unlisted.text}`)
    expect(sent).toHaveLength(0)
    expect(events).toMatchObject([{ type: 'refused', status }])
    expect(`${JSON.stringify([...response.headers])}${body}${JSON.stringify(events)}`).not.toMatch(credentials)
    expect(Object.prototype).not.toHaveProperty('admin')
  },
)

/**
 * Answers a request of the proxy in place of WeCom. A request for a token gets the first of `answers`. Every other
 * answer contains the userid of its request, so that the test can tell the answers apart.
 */
function answer({ query }: SentRequest): Response {
  const { corpsecret, userid } = query
  return Response.json(corpsecret ? answers[0] : { errcode: 0, errmsg: 'ok', external_userid: [userid] })
}

test('all at once, between good calls: only the good calls arrive, each with its own answer', async () => {
  const fresh = createAttacks().filter(({ options }) => options === undefined || Object.keys(options).length === 0)
  const goodCalls = 20
  const { proxy, sent } = createTestProxy(
    Array.from({ length: goodCalls + 1 }, () => answer),
    {},
    { token },
  )
  const attacking = fresh.map(async ({ request }) => {
    const response = await proxy(request)
    expect(`${JSON.stringify([...response.headers])}${await response.text()}`).not.toMatch(credentials)
    return response.status
  })
  const calling = Array.from({ length: goodCalls }, async (_each, index) => {
    const response = await proxy(get(`externalcontact/list?userid=m${index}`))
    return ((await response.json()) as { external_userid: string[] }).external_userid[0]
  })

  expect(await Promise.all(attacking)).toEqual(fresh.map(({ status }) => status))
  expect(await Promise.all(calling)).toEqual(Array.from({ length: goodCalls }, (_each, index) => `m${index}`))
  expect(sent).toHaveLength(goodCalls + 1)
})
