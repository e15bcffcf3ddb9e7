export {
  type DailyUserBehavior,
  getUserBehaviorData,
  getUserBehaviorDataEndpoint,
  type GetUserBehaviorDataParams,
  type GetUserBehaviorDataResult,
} from './getUserBehaviorData.ts'
export {
  type DailyGroupChatStats,
  listGroupChatStatsByDay,
  listGroupChatStatsByDayEndpoint,
  type ListGroupChatStatsByDayParams,
  type ListGroupChatStatsByDayResult,
} from './listGroupChatStatsByDay.ts'
export {
  listGroupChatStatsByOwner,
  listGroupChatStatsByOwnerEndpoint,
  type ListGroupChatStatsByOwnerParams,
  type ListGroupChatStatsByOwnerResult,
  type OwnerGroupChatStats,
} from './listGroupChatStatsByOwner.ts'
export type { GroupChatStats } from './schemas/groupChatStats.ts'
export type { GroupChatStatsOwnerFilter, GroupChatStatsQuery } from './schemas/groupChatStatsQuery.ts'
