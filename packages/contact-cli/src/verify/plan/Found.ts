/** Ids from earlier answers, which are the parameters of later calls. */
export interface Found {
  /** Unix seconds of the moment when the walk began. */
  readonly now: number
  readonly members: Set<string>
  readonly customers: Set<string>
  /** Members who left, and whose customers or group chats wait for somebody. */
  readonly resigned: Set<string>
  /** Customers who were transferred, each with both members. */
  readonly transfers: { external_userid: string; handover_userid: string; takeover_userid: string }[]
  readonly customerStrategies: Set<number>
  readonly tags: Set<string>
  readonly groupChats: Set<string>
  /** Customers who are in a group chat. */
  readonly groupChatCustomers: { chat_id: string; external_userid_list: string[] }[]
  readonly contactWays: Set<string>
  readonly acquisitionLinks: Set<string>
  readonly massMessages: Set<string>
  /** Mass messages with a member who was asked to send them. */
  readonly massMessageTasks: { msgid: string; userid: string }[]
  readonly moments: Set<string>
  /** Moments with a member who was asked to publish them. */
  readonly momentTasks: { moment_id: string; userid: string }[]
  readonly momentStrategies: Set<number>
  readonly products: Set<string>
  readonly interceptRules: Set<string>
}

export function nothingFound(now: number): Found {
  return {
    now,
    members: new Set(),
    customers: new Set(),
    resigned: new Set(),
    transfers: [],
    customerStrategies: new Set(),
    tags: new Set(),
    groupChats: new Set(),
    groupChatCustomers: [],
    contactWays: new Set(),
    acquisitionLinks: new Set(),
    massMessages: new Set(),
    massMessageTasks: [],
    moments: new Set(),
    momentTasks: [],
    momentStrategies: new Set(),
    products: new Set(),
    interceptRules: new Set(),
  }
}

export function addAll<Item>(set: Set<Item>, items: readonly Item[]): void {
  for (const item of items) set.add(item)
}
