import type { Client, RequestOptions } from '@wecom/core'
import { listMassMessageTasks, type MassMessageTask } from './listMassMessageTasks.ts'

export interface GetMassMessageProgressParams {
  /** The mass message, from `createMassMessage` or `listMassMessages`. */
  msgid: string
}

/** How far a mass message is. */
export interface MassMessageProgress {
  /** Number of members who were asked to send the message. */
  total: number
  sentCount: number
  unsentCount: number
  /** Members who sent the message. */
  sent: MassMessageTask[]
  /** Members who did not yet, or whose status is not known here. */
  unsent: MassMessageTask[]
}

/** By WeCom's table 2, by its own sample 1. */
const sentStatuses: readonly number[] = [1, 2]

/**
 * Reads which members sent a mass message, and which did not: all pages of `listMassMessageTasks`.
 * For the receivers of a member see `listMassMessageSendResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMassMessageProgressParams}
 * @param options - `signal` for all pages, timeouts for each of them.
 * @returns counts and lists of the members, over all pages.
 * @throws {WeComApiError} `41063`: the message is still being dispatched, as a large one is right after it was made;
 *   try later. `41047`: invalid msgid.
 *
 * @example
 * const { sentCount, total, unsent } = await getMassMessageProgress(client, { msgid: 'msg1' })
 */
export async function getMassMessageProgress(
  client: Client,
  { msgid }: GetMassMessageProgressParams,
  options?: RequestOptions,
): Promise<MassMessageProgress> {
  const sent: MassMessageTask[] = []
  const unsent: MassMessageTask[] = []
  for await (const task of listMassMessageTasks(client, { msgid, limit: 1000 }, options)) {
    // The status of a task is not that of a delivery: 2 is sent here, and a failure there.
    const list = sentStatuses.includes(task.status) ? sent : unsent
    list.push(task)
  }
  return { total: sent.length + unsent.length, sentCount: sent.length, unsentCount: unsent.length, sent, unsent }
}
