import { type AnyEndpoint, type Limiter, listCallbackIpsEndpoint, WeComApiError } from '@wecom/core'
import { expect, test } from 'vitest'
import { openLimiters, pass } from '../fixtures/calls.ts'
import { openRedis, until } from '../fixtures/openRedis.ts'
import type { LimiterEvent } from './Link.ts'

const redis = openRedis()

const writing: AnyEndpoint = { ...listCallbackIpsEndpoint, effect: 'write' }

function change(limiter: Limiter | undefined, userid: string, external_userid: string): Promise<string> {
  if (!limiter) throw new Error('no limiter')
  return limiter.run(writing, async () => 'done', undefined, { userid, external_userid })
}

test('behavior: half of a surrogate pair, in a message of WeCom or in an id, does not stop the exchange', async () => {
  const events: LimiterEvent[] = []
  const limiters = await openLimiters(redis(), 2, { onEvent: (event) => events.push(event) })
  expect(await change(limiters[0], 'u\ud83d', 'w')).toBe('done')
  const refusal = new WeComApiError(writing, 45009, 'api freq out of limit, name \ud83d', false)
  await expect(pass(limiters[0], () => Promise.reject(refusal))).rejects.toMatchObject({ errcode: 45009 })
  const call = (): Promise<unknown> => pass(limiters[1], async () => 'done').catch((error: unknown) => error)
  await until('the other process knows of the block', async () => (await call()) !== 'done')

  expect(await call()).toMatchObject({ errcode: 45009, errmsg: 'api freq out of limit, name \ufffd' })
  expect(events).toEqual([])
})
