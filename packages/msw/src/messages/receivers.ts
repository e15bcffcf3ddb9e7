import type { MassMessageReceipt, MassMessageTask } from '../tenant/massMessages.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Who gets a mass message from whom. */
export interface Receivers {
  readonly tasks: MassMessageTask[]
  /** Who does not get it. */
  readonly fail_list: string[]
}

interface Route {
  readonly userid: string
  readonly receipt: MassMessageReceipt
}

/** Sorts receivers by the member who sends to them. Who cannot be reached, or has had as many messages as they get, fails. */
export function toReceivers(
  { massMessages }: Tenant,
  receivers: readonly string[],
  routeTo: (receiver: string) => Route | undefined,
): Receivers {
  const tasks = new Map<string, MassMessageTask>()
  const fail_list: string[] = []
  for (const receiver of receivers) {
    const route = massMessages.hasEnough(receiver) ? undefined : routeTo(receiver)
    if (!route) {
      fail_list.push(receiver)
      continue
    }
    const task = tasks.get(route.userid) ?? { userid: route.userid, deliveries: [] }
    task.deliveries.push(route.receipt)
    tasks.set(route.userid, task)
  }
  return { tasks: [...tasks.values()], fail_list }
}
