export interface Found {
  /** Time at which `verifyCorp` started, in unix seconds. */
  readonly now: number
  readonly members: Set<string>
  readonly customers: Set<string>
  /** Members who left the corp and whose customers or group chats have not been transferred yet. */
  readonly resigned: Set<string>
  readonly transfers: { external_userid: string; handover_userid: string; takeover_userid: string }[]
  readonly customerStrategies: Set<number>
  readonly tags: Set<string>
  readonly groupChats: Set<string>
  readonly groupChatCustomers: { chat_id: string; external_userid_list: string[] }[]
  readonly contactWays: Set<string>
  readonly acquisitionLinks: Set<string>
  readonly massMessages: Set<string>
  readonly massMessageTasks: { msgid: string; userid: string }[]
  readonly moments: Set<string>
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
