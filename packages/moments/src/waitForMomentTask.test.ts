import { createTestClient, type ScriptedAnswer, type SentRequest } from '@wecom/core/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PollOptions } from '@wecom/core'
import { waitForMomentTask } from './waitForMomentTask.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const begun = { errcode: 0, errmsg: 'ok', status: 1, type: 'add_moment_task' }
const running = { ...begun, status: 2 }
const created = { ...begun, status: 3, result: { errcode: 0, errmsg: 'ok', moment_id: 'mom-7' } }
const failed = { ...begun, status: 3, result: { errcode: 41065, errmsg: 'invalid attachments msgtype' } }
const refused = { user_list: [], department_list: [], tag_list: [] }
/** A server that never answers. The request fails only when `signal` is aborted, like a request on a real socket. */
const neverAnswer = (_request: SentRequest, signal: AbortSignal | undefined): Promise<Response> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

/**
 * Waits for a task. `pending` is the number of answers that say that the task is running. The next answer says that the
 * task is finished. Returns the times of the requests, in milliseconds after the start.
 */
async function timesOfQueries(pending: number, options?: PollOptions): Promise<number[]> {
  const startedAt = Date.now()
  const times: number[] = []
  const answer = (): object => {
    times.push(Date.now() - startedAt)
    return times.length <= pending ? running : created
  }
  const { client } = createTestClient(Array.from({ length: pending + 1 }, () => answer))
  const settled = waitForMomentTask(client, { jobid: 'job-31' }, options)
  await vi.runAllTimersAsync()
  await settled
  return times
}

test('default', async () => {
  const { client, sent } = createTestClient([begun, running, created])
  const settled = waitForMomentTask(client, { jobid: 'job-31' })
  await vi.advanceTimersByTimeAsync(2_000 + 3_000)

  expect(await settled).toEqual({ state: 'created', moment_id: 'mom-7', refused, result: created.result })
  expect(sent).toEqual(
    Array.from({ length: 3 }, () => ({
      method: 'GET',
      path: '/cgi-bin/externalcontact/get_moment_task_result',
      query: { jobid: 'job-31' },
      token: 'test-token',
    })),
  )
  expect(vi.getTimerCount()).toBe(0)
})

test('behavior: a finished task returns without a wait', async () => {
  const { client, sent } = createTestClient([created])

  expect(await waitForMomentTask(client, { jobid: 'job-31' })).toMatchObject({ state: 'created' })
  expect(sent).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('behavior: a creation that failed is told, with its errcode', async () => {
  const { client } = createTestClient([failed])

  expect(await waitForMomentTask(client, { jobid: 'job-31' })).toEqual({
    state: 'failed',
    errcode: 41065,
    errmsg: 'invalid attachments msgtype',
    refused,
    result: failed.result,
  })
})

test('behavior: the waits grow by half, up to 30 seconds', async () => {
  expect(await timesOfQueries(9)).toEqual([0, 2_000, 5_000, 9_500, 16_250, 26_375, 41_562, 64_343, 94_343, 124_343])
})

test('behavior: first wait, growth and longest wait follow the options', async () => {
  expect(await timesOfQueries(5, { minDelay: 100, growth: 3, maxDelay: 1_000 })).toEqual([
    0, 100, 400, 1_300, 2_300, 3_300,
  ])
  expect(await timesOfQueries(3, { minDelay: 5_000, growth: 1, maxDelay: 2_000 })).toEqual([0, 2_000, 4_000, 6_000])
})

test('error: the query itself fails', async () => {
  const { client, sent } = createTestClient([
    running,
    { errcode: 40089, errmsg: 'job result is cleared, hint: [3103]' },
  ])
  const settled = expect(waitForMomentTask(client, { jobid: 'job-31' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 40089,
    endpoint: 'getMomentTaskResult',
  })
  await vi.runAllTimersAsync()

  await settled
  expect(sent).toHaveLength(2)
  expect(vi.getTimerCount()).toBe(0)
})

test('behavior: the client repeats a query after a transient failure', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed'), running, created])
  const settled = waitForMomentTask(client, { jobid: 'job-31' })
  await vi.runAllTimersAsync()

  expect(await settled).toMatchObject({ state: 'created' })
  expect(sent).toHaveLength(3)
})

test('error: an empty jobid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(waitForMomentTask(client, { jobid: '' })).rejects.toMatchObject({ kind: 'validation' })
  expect(sent).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('error: aborted before: nothing is sent', async () => {
  const { client, sent } = createTestClient([])
  const reason = new Error('the visitor left')

  await expect(
    waitForMomentTask(client, { jobid: 'job-31' }, { signal: AbortSignal.abort(reason) }),
  ).rejects.toMatchObject({ name: 'AbortError', kind: 'abort', cause: reason, ambiguous: false })
  expect(sent).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test.each<[string, ScriptedAnswer]>([
  ['a query', neverAnswer],
  ['a wait', running],
])('error: aborted during %s: it ends at once', async (_, answer) => {
  const { client, sent } = createTestClient([answer])
  const controller = new AbortController()
  const reason = new Error('the visitor left')
  const settled = expect(
    waitForMomentTask(client, { jobid: 'job-31' }, { signal: controller.signal }),
  ).rejects.toMatchObject({ name: 'AbortError', kind: 'abort', cause: reason })
  await vi.advanceTimersByTimeAsync(10)
  controller.abort(reason)

  await settled
  expect(sent).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('error: aborted between a query and its wait: it ends at once', async () => {
  const controller = new AbortController()
  const { client, sent } = createTestClient([running], {
    onEvent: ({ type }) => {
      if (type === 'response') controller.abort()
    },
  })
  const settled = expect(
    waitForMomentTask(client, { jobid: 'job-31' }, { signal: controller.signal }),
  ).rejects.toMatchObject({ kind: 'abort' })
  await vi.advanceTimersByTimeAsync(10)

  await settled
  expect(sent).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test.each<[string, ScriptedAnswer]>([
  ['a query', neverAnswer],
  ['a wait', running],
])('error: the time is up during %s', async (_, answer) => {
  const { client, sent } = createTestClient([running, answer])
  let ended = false
  const settled = expect(
    waitForMomentTask(
      client,
      { jobid: 'job-31' },
      { signal: new AbortController().signal, totalTimeout: 4_000 },
    ).finally(() => {
      ended = true
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComTimeoutError: getMomentTaskResult failed: no answer within 4000 ms

    Endpoint: GET /cgi-bin/externalcontact/get_moment_task_result
    Docs: https://developer.work.weixin.qq.com/document/path/95094]
  `)
  await vi.advanceTimersByTimeAsync(3_999)
  expect(ended).toBe(false)
  await vi.advanceTimersByTimeAsync(1)

  await settled
  expect(sent).toHaveLength(2)
  expect(vi.getTimerCount()).toBe(0)
})

test('error: the time is up after ten minutes where nothing else was told', async () => {
  const { client } = createTestClient(Array.from({ length: 100 }, () => running))
  const settled = expect(waitForMomentTask(client, { jobid: 'job-31' })).rejects.toMatchObject({
    kind: 'timeout',
    timeout: 600_000,
  })
  await vi.advanceTimersByTimeAsync(600_000)

  await settled
  expect(vi.getTimerCount()).toBe(0)
})

test('error: a timeout of one query is not the limit of the whole', async () => {
  const { client } = createTestClient([neverAnswer], { retry: false })
  const settled = expect(waitForMomentTask(client, { jobid: 'job-31' }, { timeout: 50 })).rejects.toMatchObject({
    kind: 'timeout',
    timeout: 50,
  })
  await vi.advanceTimersByTimeAsync(50)

  await settled
  expect(vi.getTimerCount()).toBe(0)
})
