import { isApiError } from '@wecom/core'
import type { Calls } from '../reads/calls.ts'
import { contactWays } from './contactWays.ts'
import { maxAheadMs, type SyncContext } from '../context.ts'
import { customers } from './customers.ts'
import { addGaps } from '../rows/gaps.ts'
import { GapError, isFatal, toGapReason } from './gaps.ts'
import { groupChats } from './groupChats.ts'
import { members } from './members.ts'
import type { ReadPage, Resource } from './resources.ts'
import type { ResourceName } from './resourceNames.ts'
import { beginGeneration, forgetSeen, freshMs, moveSlice, type Slice, splitSlice } from './slices.ts'
import { tags } from './tags.ts'

const resources: Readonly<Record<ResourceName, Resource>> = {
  tags,
  contact_ways: contactWays,
  members,
  customers,
  group_chats: groupChats,
}

// WeCom documents for only one of its lists how long a cursor is valid: four hours.
const maxCursorAgeMs = 60 * 60_000
const maxRestarts = 3
const invalidCursor = 50100
// WeCom refuses a call with several members if one of them cannot be read, and does not say which. 40003: invalid
// userid. 40031: invalid list of userids. 60111: no such member.
const badUserid = [40003, 40031, 60111]

export interface SliceWork {
  readonly calls: (renew: () => Promise<void>) => Calls
  readonly onStep: () => Promise<void>
  readonly acceptMissing: boolean
}

/**
 * Reads a slice (part of a full run) to its end:
 * 1. The function reads the pages from WeCom, one after the other. For each page, one transaction writes the rows, the
 *    ids of the rows (table `seen`) and the next cursor.
 * 2. Some rows of this slice may be in the tables, but were in none of these pages. The function checks whether WeCom
 *    still has the data of these rows.
 *
 * If the slice cannot be read, it ends with the status `failed`. The table `gaps` then lists the data that could not be
 * read.
 *
 * @throws {SyncError} `lease-lost`: another worker has taken over the slice.
 * @throws {WeComApiError} WeCom would refuse every further call, for example because the secret is wrong.
 */
export async function workSlice(context: SyncContext, claimed: Slice, work: SliceWork): Promise<void> {
  const { database, corpId, time } = context
  const resource = resources[claimed.resource]
  const { runId } = claimed
  let slice = claimed
  let restarts = 0
  const cursors = new Set<string>()
  // False if another worker got the cursor before this worker took over the slice.
  let isOwnCursor = false
  const calls = work.calls(async () => {
    slice = await database.transaction((connection) => moveSlice(connection, context, slice, {}))
  })
  const sliceContext = () => ({ ...context, slice, calls, runId, acceptMissing: work.acceptMissing })
  const restart = async (reason: string): Promise<void> => {
    if (++restarts > maxRestarts) throw new GapError({ kind: 'failed', reason })
    cursors.clear()
    slice = await beginGeneration(context, slice)
  }

  try {
    if (slice.generation === 0 || slice.beganAt > time.now() + maxAheadMs) slice = await beginGeneration(context, slice)
    while (!slice.isRead) {
      const readAt = new Date(time.now())
      const isFresh = isOwnCursor && readAt.getTime() - slice.cursorAt < freshMs
      if (slice.cursor !== undefined && readAt.getTime() - slice.cursorAt > maxCursorAgeMs) {
        await restart('the cursor is older than an hour')
        continue
      }
      let page: ReadPage
      try {
        page = await resource.read(sliceContext())
      } catch (error) {
        if (slice.cursor !== undefined && isApiError(error, invalidCursor)) {
          await restart('WeCom refused the cursor')
          continue
        }
        if (slice.userids.length > 1 && isApiError(error, ...badUserid)) {
          slice = await splitSlice(context, slice)
          continue
        }
        throw error
      }
      if (slice.cursor !== undefined) cursors.add(slice.cursor)
      if (page.next !== undefined && cursors.has(page.next)) {
        await restart('WeCom returned the same cursor again')
        continue
      }
      // An expired cursor is also answered so.
      if (page.items === 0 && page.next === undefined && slice.cursor !== undefined && !isFresh) {
        await restart('WeCom returned an empty page for the cursor')
        continue
      }
      slice = await database.transaction(async (connection) => {
        const status = page.next === undefined ? ('read' as const) : ('todo' as const)
        const change = { cursor: page.next, items: slice.items + page.items, status }
        const moved = await moveSlice(connection, context, slice, change)
        await page.write(connection, { corpId, source: 'run', readAt, now: time.now })
        return moved
      })
      isOwnCursor = true
      await work.onStep()
    }
    await resource.sweep(sliceContext())
    await database.transaction(async (connection) => {
      await moveSlice(connection, context, slice, { status: 'done' })
      await forgetSeen(connection, context, slice)
      await resource.plan?.(connection, sliceContext())
    })
  } catch (error) {
    const gap = isFatal(error) ? undefined : toGapReason(error)
    if (!gap) throw error
    const items = slice.userids.length === 0 ? ['*'] : slice.userids
    await database.transaction(async (connection) => {
      await moveSlice(connection, context, slice, { status: 'failed' })
      await forgetSeen(connection, context, slice)
      await addGaps(connection, context, runId, slice.resource, items, gap)
    })
  }
  await work.onStep()
}
