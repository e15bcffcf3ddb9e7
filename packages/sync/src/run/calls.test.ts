import { listFollowUsers } from '@wecom/contacts'
import { createClient, isApiError, staticToken } from '@wecom/core'
import { expect, test } from 'vitest'
import { createCalls } from './calls.ts'

/**
 * Returns a function `request` that makes a request. WeCom refuses it with each of the given errcodes first, and then
 * answers. The clock moves only while the request waits.
 */
function createRequests() {
  let now = 0
  const refusals: number[] = []
  const time = {
    now: () => now,
    measure: async () => {},
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
  }
  const answer = () => {
    const errcode = refusals.shift() ?? 0
    return Response.json({ errcode, errmsg: 'told', ...(errcode === 0 && { follow_user: ['lina'] }) })
  }
  const client = createClient({ token: staticToken('token'), fetch: async () => answer(), retry: false })
  const calls = createCalls(
    { time },
    undefined,
    new Map(),
    async () => {},
    async () => {},
  )
  const request = async (...errcodes: number[]): Promise<{ outcome: string; minutes: number }> => {
    refusals.splice(0, Infinity, ...errcodes)
    const beganAt = now
    const result = await calls((options) => listFollowUsers(client, {}, options)).catch((error: unknown) => error)
    const outcome = isApiError(result) ? `refused with ${result.errcode}` : 'answered'
    return { outcome, minutes: Math.floor((now - beganAt) / 60_000) }
  }
  return { request, always: (errcode: number) => Array.from({ length: 10_000 }, () => errcode) }
}

test.each([45009, 45033])(
  'after a request that errcode %i has held up for 75 minutes, others wait a little',
  async (errcode) => {
    const { request, always } = createRequests()
    expect(await request(...always(errcode))).toEqual({
      outcome: `refused with ${errcode}`,
      minutes: expect.closeTo(76, -1),
    })
    const second = await request(...always(errcode))
    expect(second.outcome).toBe(`refused with ${errcode}`)
    expect(second.minutes).toBeLessThanOrEqual(2)

    expect(await request()).toEqual({ outcome: 'answered', minutes: 0 })
    expect(await request(errcode)).toMatchObject({ outcome: 'answered' })
  },
)

test('after 75 minutes, a request waits as long as the first one', async () => {
  const { request, always } = createRequests()
  await request(...always(45009))
  await request(...always(45009))
  for (let minutes = 0; minutes < 80; minutes++) await request(45009)

  expect((await request(...always(45009))).minutes).toBeGreaterThan(70)
})
