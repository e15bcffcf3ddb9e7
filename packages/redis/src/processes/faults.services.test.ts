import type { Client } from '@wecom/core'
import type { Fault } from '@wecom/mock'
import { listCorpTags } from '@wecom/tags'
import { expect, test, vi } from 'vitest'
import { createFaultCorp, type Effect, effects, type FaultCorp } from '../fixtures/faultCorp.ts'
import { openRedis, until } from '../fixtures/openRedis.ts'

const redis = openRedis()

/** A fake corp, and the client with which the test makes its call. */
interface Scene extends FaultCorp {
  readonly client: Client
}

async function restart(): Promise<void> {
  await redis().server.restart()
  await until('Redis answers', async () => (await redis().admin.ping()) === 'PONG')
}

/**
 * Returns a function that adds `fault` to the fake corp of each scene. The fault applies only to the next call of the
 * endpoint that the test calls in this scene.
 */
function once(fault: Fault): (scenes: readonly Scene[]) => Promise<void> {
  return async (scenes) => {
    for (const { corp, endpoint } of scenes) corp.faults.add({ ...fault, endpoint })
  }
}

/**
 * The faults, by name. A test causes one of these faults, and then makes four calls: one that reads, one that writes,
 * one that creates and one that sends. Each call has its own fake corp. `scenes` contains these four fake corps.
 */
const faults: Record<string, (scenes: readonly Scene[]) => Promise<void>> = {
  'drop before': once({ kind: 'reset' }),
  'drop after': once({ kind: 'lost-answer' }),
  slow: once({ kind: 'delay', delayMs: 3_000 }),
  'status 502': once({ kind: 'status', status: 502 }),
  'errcode -1': once({ kind: 'errcode', errcode: -1 }),
  'errcode 42001': once({ kind: 'expire-token' }),
  'errcode 45033': once({ kind: 'errcode', errcode: 45033 }),
  'errcode 45009': once({ kind: 'errcode', errcode: 45009 }),
  'Redis gone': async () => redis().server.kill(),
  'Redis back': async (scenes) => {
    await redis().server.kill()
    await Promise.all(scenes.map(({ client }) => listCorpTags(client, {})))
    await restart()
  },
  'holder of the lock killed': async (scenes) => {
    await Promise.all(scenes.map(({ open }) => listCorpTags(open(), {})))
    for (const { corp, prefix } of scenes) {
      await until('the token is saved', async () => (await redis().admin.keys(`${prefix}*:value`)).length === 1)
      await until('the lock is free', async () => (await redis().admin.keys(`${prefix}*:lock`)).length === 0)
      const [value = expect.fail('no token')] = await redis().admin.keys(`${prefix}*:value`)
      await redis().admin.del(value)
      await redis().admin.set(value.replace(/value$/, 'lock'), 'a process that is gone', 'PX', 5_000)
      corp.journal.clear()
    }
  },
  'clock an hour ahead': async (scenes) => {
    // A process whose clock is an hour ahead requests the token. Later, a process with the right clock reads this token
    // from Redis.
    const now = Date.now.bind(Date)
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_600_000)
    await Promise.all(scenes.map(({ open }) => listCorpTags(open(), {})))
    clock.mockRestore()
  },
}

interface Cell {
  readonly effect: Effect
  readonly requests: number
  readonly tokens: number
  readonly effects: number
  readonly outcome: string
}

async function playRow(fault: string): Promise<readonly Cell[]> {
  await restart()
  const connection = await redis().connect()
  const scenes = await Promise.all(
    effects.map(async (effect) => {
      const scene = await createFaultCorp(connection, effect)
      return { ...scene, client: scene.open(), effect }
    }),
  )
  await faults[fault]?.(scenes)
  return Promise.all(
    scenes.map(async ({ effect, corp, client, endpoint, call, countEffects }) => {
      const outcome = await call(client)
      const requests = corp.journal.list(endpoint).length
      const tokens = corp.journal.list('getAccessToken').length
      return { effect, requests, tokens, effects: await countEffects(), outcome }
    }),
  )
}

test('nothing is lost and nothing is doubled, whatever goes wrong', { timeout: 120_000 }, async () => {
  const lines = ['fault | effect | requests | tokens | effects | outcome']
  for (const fault of Object.keys(faults)) {
    for (const { effect, requests, tokens, effects: count, outcome } of await playRow(fault)) {
      lines.push([fault, effect, requests, tokens, count, outcome].join(' | '))
      expect.soft(count, `${fault}, ${effect}: doubled`).toBeLessThanOrEqual(1)
      if (effect === 'read') continue
      if (outcome === 'ok') expect.soft(count, `${fault}, ${effect}: lost`).toBe(1)
      else if (!outcome.endsWith('ambiguous')) expect.soft(count, `${fault}, ${effect}: done in spite of it`).toBe(0)
    }
  }
  process.stdout.write(`\n${lines.join('\n')}\n`)

  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "fault | effect | requests | tokens | effects | outcome
    drop before | read | 2 | 1 | 0 | ok
    drop before | write | 2 | 1 | 1 | ok
    drop before | create | 1 | 1 | 0 | network, ambiguous
    drop before | send | 1 | 1 | 0 | network, ambiguous
    drop after | read | 2 | 1 | 0 | ok
    drop after | write | 2 | 1 | 1 | ok
    drop after | create | 1 | 1 | 1 | network, ambiguous
    drop after | send | 1 | 1 | 1 | network, ambiguous
    slow | read | 2 | 1 | 0 | ok
    slow | write | 2 | 1 | 1 | ok
    slow | create | 1 | 1 | 1 | timeout, ambiguous
    slow | send | 1 | 1 | 1 | timeout, ambiguous
    status 502 | read | 2 | 1 | 0 | ok
    status 502 | write | 2 | 1 | 1 | ok
    status 502 | create | 1 | 1 | 0 | http, ambiguous
    status 502 | send | 1 | 1 | 0 | http, ambiguous
    errcode -1 | read | 2 | 1 | 0 | ok
    errcode -1 | write | 2 | 1 | 1 | ok
    errcode -1 | create | 1 | 1 | 0 | api -1, ambiguous
    errcode -1 | send | 1 | 1 | 0 | api -1, ambiguous
    errcode 42001 | read | 2 | 2 | 0 | ok
    errcode 42001 | write | 2 | 2 | 1 | ok
    errcode 42001 | create | 2 | 2 | 1 | ok
    errcode 42001 | send | 2 | 2 | 1 | ok
    errcode 45033 | read | 2 | 1 | 0 | ok
    errcode 45033 | write | 2 | 1 | 1 | ok
    errcode 45033 | create | 2 | 1 | 1 | ok
    errcode 45033 | send | 2 | 1 | 1 | ok
    errcode 45009 | read | 1 | 1 | 0 | api 45009
    errcode 45009 | write | 1 | 1 | 0 | api 45009
    errcode 45009 | create | 1 | 1 | 0 | api 45009
    errcode 45009 | send | 1 | 1 | 0 | api 45009
    Redis gone | read | 1 | 1 | 0 | ok
    Redis gone | write | 1 | 1 | 1 | ok
    Redis gone | create | 1 | 1 | 1 | ok
    Redis gone | send | 1 | 1 | 1 | ok
    Redis back | read | 1 | 1 | 0 | ok
    Redis back | write | 1 | 1 | 1 | ok
    Redis back | create | 1 | 1 | 1 | ok
    Redis back | send | 1 | 1 | 1 | ok
    holder of the lock killed | read | 1 | 1 | 0 | ok
    holder of the lock killed | write | 1 | 1 | 1 | ok
    holder of the lock killed | create | 1 | 1 | 1 | ok
    holder of the lock killed | send | 1 | 1 | 1 | ok
    clock an hour ahead | read | 1 | 1 | 0 | ok
    clock an hour ahead | write | 1 | 1 | 1 | ok
    clock an hour ahead | create | 1 | 1 | 1 | ok
    clock an hour ahead | send | 1 | 1 | 1 | ok"
  `)
})
