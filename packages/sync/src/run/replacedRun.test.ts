import { createFakeCorp } from '@wecom/mock'
import { expect, test } from 'vitest'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { withStore } from '../fixtures/stores.ts'
import { openWorld } from '../fixtures/world.ts'
import { corpsToRun } from '../worker/findWork.ts'

const members = 'externalcontact/get_follow_user_list'
const batches = 'externalcontact/batch/get_by_user'
const chats = 'externalcontact/groupchat/list'

/**
 * Creates a function for the option `intercept` of `openWorld`. The function pauses the process at each call to `path`
 * of WeCom's API. `arrived` resolves at the first such call. `resume` ends the pause.
 */
function pauseAt(path: string) {
  const arrived = Promise.withResolvers<void>()
  const resumed = Promise.withResolvers<void>()
  const intercept = async (called: string): Promise<void> => {
    if (called !== path) return
    arrived.resolve()
    await resumed.promise
  }
  return { intercept, arrived: arrived.promise, resume: resumed.resolve }
}

test('behavior: a process that wakes up after a day changes nothing of the run that replaced its own', async () => {
  const corp = createFakeCorp()
  await withStore(async (database) => {
    const paused = pauseAt(members)
    const old = await openWorld(corp, { database, intercept: paused.intercept })
    const late = old.sync.run({ concurrency: 1 })
    await paused.arrived
    corp.clock.advance({ hours: 25 })
    const stop = new AbortController()
    const fresh = await openWorld(corp, {
      database,
      intercept: (path) => {
        if (path === chats) stop.abort()
        return path === batches ? { errcode: 301002, errmsg: 'no permission' } : undefined
      },
    })
    const stopped = await fresh.sync.run({ signal: stop.signal, concurrency: 1 })
    expect(stopped).toMatchObject({ complete: false })
    expect(stopped.gaps).toHaveLength(4)
    paused.resume()

    expect(await late).toMatchObject({ ok: false, complete: false, gaps: [], read: { members: 0 } })
    expect(await fresh.value('select last_full_run_at from wecom_corps')).toBe(null)
    const { sync } = await openWorld(corp, { database })
    const ended = await sync.run()
    expect(ended).toMatchObject({ ok: false, complete: true, runId: stopped.runId })
    expect(ended.gaps).toEqual(stopped.gaps)
    expect(await fresh.value('select count(*) from wecom_runs where ended_at is null')).toBe(0)
    expect(await fresh.value('select count(*) from wecom_runs where report is not null')).toBe(1)

    corp.clock.advance({ hours: 1 })
    expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
    expect(await tablesOf(database)).toEqual(modelOf(corp))
  })
})

test('behavior: a run that needs more than a day is continued as long as it makes progress', async () => {
  const corp = createFakeCorp({ state: { generate: { members: 20, customers: 40 } } })
  await withStore(async (database) => {
    const { sync } = await openWorld(corp, { database, callMs: 60 * 60_000 })
    const other = await openWorld(corp, { database })
    const beganAt = corp.clock.now()
    const joined: Promise<unknown>[] = []
    const stopped = new AbortController()
    stopped.abort()
    const report = await sync.run({
      concurrency: 1,
      onProgress: () => {
        joined.push(other.sync.run({ signal: stopped.signal }).then(({ runId }) => runId))
      },
    })

    expect(corp.clock.now() - beganAt).toBeGreaterThan(36 * 60 * 60_000)
    expect(report).toMatchObject({ ok: true, complete: true, beganAt })
    expect(new Set(await Promise.all(joined.slice(0, -1)))).toEqual(new Set([report.runId]))
    expect(await tablesOf(database)).toEqual(modelOf(corp))
  })
})

test('behavior: a worker continues a run for a day after its last progress', async () => {
  const corp = createFakeCorp()
  await withStore(async (database) => {
    const stop = new AbortController()
    const { sync } = await openWorld(corp, {
      database,
      callMs: 60_000,
      intercept: (path) => (path === batches ? stop.abort() : undefined),
    })
    const beganAt = corp.clock.now()
    await sync.run({ concurrency: 1 })
    corp.clock.advance({ days: 1 })
    await sync.run({ signal: stop.signal, concurrency: 1 })
    const stoppedAt = corp.clock.now()
    const day = 24 * 60 * 60_000
    // No run is due, so only an unfinished run is work.
    const isUnfinished = async (now: number): Promise<boolean> => (await corpsToRun(database, now, beganAt)).length > 0

    expect(await isUnfinished(stoppedAt)).toBe(true)
    expect(await isUnfinished(stoppedAt + day - 5 * 60_000)).toBe(true)
    expect(await isUnfinished(stoppedAt + day + 60_000)).toBe(false)
  })
})
