import type { Served } from '../serve/serve.ts'
import { getUserBehaviorDataServed } from './getUserBehaviorData.ts'
import { listGroupChatStatsByDayServed } from './listGroupChatStatsByDay.ts'
import { listGroupChatStatsByOwnerServed } from './listGroupChatStatsByOwner.ts'

/** The endpoints of `@wecom/stats`, all of them. */
export const statsServed: readonly Served[] = [
  getUserBehaviorDataServed,
  listGroupChatStatsByDayServed,
  listGroupChatStatsByOwnerServed,
]
