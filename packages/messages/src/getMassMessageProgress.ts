import type { Client, RequestOptions } from '@wecom/core'
import { listMassMessageTasks, type MassMessageTask } from './listMassMessageTasks.ts'

export interface GetMassMessageProgressParams {
  /** Id of the mass message, from `createMassMessage` or `listMassMessages`. */
  msgid: string
}

/** The progress of a mass message: the members who have sent it, and those who have not. */
export interface MassMessageProgress {
  /** Number of members who were asked to send the mass message. */
  total: number
  sentCount: number
  unsentCount: number
  /** The members who have sent the mass message. */
  sent: MassMessageTask[]
  /** The members who have not sent the mass message yet, or whose status is unknown. */
  unsent: MassMessageTask[]
}

// WeCom's documentation describes 2 as sent, but its sample shows 1.
const sentStatuses: readonly number[] = [1, 2]

/**
 * Reads all pages of `listMassMessageTasks`, and separates the members who have sent a mass message from those who have
 * not. To read the status for each receiver of one member, use `listMassMessageSendResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMassMessageProgressParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns the members who have sent the message, the members who have not, and how many there are of each.
 * @throws {WeComApiError} `41063`: WeCom is still distributing the message to members. This is common right after the
 *   message was created. Try later. `41047`: invalid msgid.
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
    // Not the status of a delivery: 2 means sent here and failed there.
    const list = sentStatuses.includes(task.status) ? sent : unsent
    list.push(task)
  }
  return { total: sent.length + unsent.length, sentCount: sent.length, unsentCount: unsent.length, sent, unsent }
}
