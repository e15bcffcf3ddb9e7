import { isApiError } from '@wecom/core'
import type { SyncContext } from '../context.ts'
import type { Calls } from './calls.ts'
import { readContactWay, writeContactWay } from './contactWay.ts'
import { readCustomer, writeCustomer } from './customer.ts'
import type { DirtyKind } from './dirty.ts'
import { lagMs, showsCustomer, showsGroupChat, showsTags, toReportedChanges } from './reportedChanges.ts'
import { writeFacts } from './facts.ts'
import { readGroupChat, writeFoundGroupChats } from './groupChat.ts'
import { readTags, writeTags } from './tags.ts'
import { reasonOf } from '../rows/clean.ts'
import type { Writing } from '../rows/writeRows.ts'
import { addGaps } from '../rows/gaps.ts'
import { type Claim, release, waitAfter } from './claims.ts'

/**
 * Result of reading data that a row of the table `dirty` marks as changed:
 * - `closed`: the data was read, and the row was deleted.
 * - `again`: the data must be read again.
 * - `failed`: the read failed. The next read may start at `retryAt`, in milliseconds since 1970 by the clock of the
 *   database. `isBlocked` is true if WeCom refused the read with 45009 (too many calls).
 */
export type DirtyResult =
  | { readonly is: 'closed' }
  // WeCom returned old data, or another event for the same data arrived during the read.
  | { readonly is: 'again' }
  | { readonly is: 'failed'; readonly error: unknown; readonly retryAt: number; readonly isBlocked: boolean }

// After so many, the data is accepted as it is: after a deletion, WeCom sometimes never shows the reported change.
const maxRereads = 3
// With this errcode, WeCom refuses all calls to this endpoint for at least a minute.
const tooOften = 45009

/**
 * Reads changed data from WeCom, and writes the data to the tables. `claim` is the row of the table `dirty` that marks
 * this data as changed. The function deletes the row only if both of these are true:
 * - The data contains the change that an event reported, or the function has read the data the maximum number of times.
 * - No further event for this data has arrived.
 */
export async function readDirty(context: SyncContext, claim: Claim, calls: Calls): Promise<DirtyResult> {
  const { database, corpId, time } = context
  const writing: Writing = { corpId, source: 'event', readAt: new Date(time.now()), now: time.now }
  try {
    const write = await read(context, calls, claim)
    return await database.transaction(async (connection) => {
      const [now] = await connection.find('dirty', ['version', 'lease_token'], [claim.key])
      // Another process has taken over the row, and reads newer data.
      if (now?.['lease_token'] !== claim.leaseToken) return { is: 'again' }
      const isShown = await write(connection, writing)
      await writeFacts(connection, context, String(claim.row['item']), toReportedChanges(claim.row['expected']))
      const isUnchanged = Number(now['version']) === Number(claim.row['version'])
      if (isUnchanged && (isShown || claim.attempts >= maxRereads)) {
        await connection.remove('dirty', [claim.key])
        return { is: 'closed' }
      }
      const due_at = new Date(time.now() + (isUnchanged ? lagMs * 2 ** claim.attempts : 0))
      await release(connection, 'dirty', claim, {
        due_at,
        attempts: isUnchanged ? claim.attempts + 1 : 0,
        reason: null,
      })
      return { is: 'again' }
    })
  } catch (error) {
    const isBlocked = isApiError(error, tooOften)
    const blockedMs = isBlocked && error.retryAt !== undefined ? error.retryAt - Date.now() : 61_000
    const retryAt = time.now() + (isBlocked ? blockedMs : waitAfter(claim.attempts))
    const reason = reasonOf(error)
    const attempts = claim.attempts + (isBlocked ? 0 : 1)
    await database.transaction((connection) =>
      release(connection, 'dirty', claim, { due_at: new Date(retryAt), attempts, reason }),
    )
    return { is: 'failed', error, retryAt, isBlocked }
  }
}

type Write = (connection: Parameters<typeof writeCustomer>[0], writing: Writing) => Promise<boolean>

async function read(context: SyncContext, calls: Calls, { key, row }: Claim): Promise<Write> {
  const item = String(row['item'])
  const reported = toReportedChanges(row['expected'])
  switch (row['kind'] as DirtyKind) {
    case 'customer': {
      const found = await readCustomer(context, calls, item)
      return async (connection, writing) => {
        await writeCustomer(connection, context, found, writing)
        return showsCustomer(connection, key, found, reported, writing.readAt.getTime())
      }
    }
    case 'group_chat': {
      const found = await readGroupChat(context, calls, item)
      return async (connection, writing) => {
        await writeFoundGroupChats(connection, context, [found], writing)
        return showsGroupChat(found, reported)
      }
    }
    case 'contact_way': {
      const way = await readContactWay(context, calls, item)
      return async (connection, writing) => {
        await writeContactWay(connection, item, way, writing)
        return true
      }
    }
    case 'tags': {
      const groups = await readTags(context, calls)
      return async (connection, writing) => {
        const reason = await writeTags(connection, context, groups, writing)
        if (reason !== undefined) {
          // A full run compares `foundAt` with its own read.
          const gap = { kind: 'suspicious', reason, foundAt: writing.readAt } as const
          await addGaps(connection, context, null, 'tags', ['*'], gap)
        }
        return showsTags(reported, writing.readAt.getTime())
      }
    }
  }
}
