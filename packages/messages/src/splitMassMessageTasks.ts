import type { MassMessageTask } from './listMassMessageTasks.ts'

export interface MassMessageProgress {
  /** Members who sent the message. */
  sent: MassMessageTask[]
  /** Members who did not yet, or whose status is not known here. */
  unsent: MassMessageTask[]
}

/** By WeCom's table 2, by its own sample 1. */
const sentStatuses: readonly number[] = [1, 2]

/**
 * Tells the members who sent a mass message from those who did not.
 * The status of a task is not that of a delivery: 2 is sent here, and a failure there.
 *
 * @param result - result of `listMassMessageTasks`, one page: a message to more members than fit on it has others.
 * @returns both lists, in the order of the result. A list that is absent or null counts as empty.
 *
 * @example
 * for await (const { result } of paginate(client, listMassMessageTasksEndpoint, { msgid: 'msg1' })) {
 *   const { sent, unsent } = splitMassMessageTasks(result)
 *   console.log(sent.length, 'have sent it, not yet:', unsent)
 * }
 */
export function splitMassMessageTasks({
  task_list,
}: {
  readonly task_list?: readonly MassMessageTask[] | null | undefined
}): MassMessageProgress {
  const tasks = task_list ?? []
  return {
    sent: tasks.filter(({ status }) => sentStatuses.includes(status)),
    unsent: tasks.filter(({ status }) => !sentStatuses.includes(status)),
  }
}
