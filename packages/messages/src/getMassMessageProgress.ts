import type { Client, RequestOptions } from '@wecom/core'
import { listMassMessageTasks, type MassMessageTask } from './listMassMessageTasks.ts'

export interface GetMassMessageProgressParams {
  /** Id of the mass message, from `createMassMessage` or `listMassMessages`. */
  msgid: string
}

/** The progress of a mass message: which members have sent it. */
export interface MassMessageProgress {
  /** Number of members who were asked to send the message. */
  total: number
  sentCount: number
  unsentCount: number
  /** Members who sent the message. */
  sent: MassMessageTask[]
  /** Members who have not sent it yet, or whose status is unknown. */
  unsent: MassMessageTask[]
}

/** The values of `status` that mean sent. WeCom's table documents 2, its sample shows 1. */
const sentStatuses: readonly number[] = [1, 2]

/**
 * Reads which members sent a mass message and which did not, over all pages of `listMassMessageTasks`. For the
 * receivers of one member, use `listMassMessageSendResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMassMessageProgressParams}
 * @param options - `signal` for all pages, timeouts for each of them.
 * @returns counts and lists of the members, over all pages.
 * @throws {WeComApiError} `41063`: WeCom is still dispatching the message, often right after its creation;
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
    // Not the status of a delivery: 2 means sent here and failed there.
    const list = sentStatuses.includes(task.status) ? sent : unsent
    list.push(task)
  }
  return { total: sent.length + unsent.length, sentCount: sent.length, unsentCount: unsent.length, sent, unsent }
}
