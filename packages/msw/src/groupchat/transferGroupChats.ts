import { transferGroupChatsEndpoint } from '@wecom/groupchat'
import { type Served, serve } from '../serve/serve.ts'
import { beijingDay } from '../tenant/beijingTime.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Member } from '../tenant/members.ts'
import { handOverGroupChats, isLoginTooOld } from './handOverGroupChats.ts'

/** So many times within so many calendar days. */
const maxTransfers = 2
const transferDays = 90

export const transferGroupChatsServed: Served = serve(transferGroupChatsEndpoint, (tenant, params, call) => {
  const now = tenant.clock.seconds()
  return handOverGroupChats(tenant, params, 'onjob', (chat, owner) => findObstacle(chat, owner, now), call)
})

function findObstacle({ handovers }: GroupChat, owner: Member, now: number): number {
  if (owner.resigned_at) return 90502
  if (isLoginTooOld(owner, now)) return 40205
  const first = beijingDay(now) - transferDays + 1
  const transfers = handovers.filter(({ by, time }) => by === 'onjob' && beijingDay(time) >= first)
  return transfers.length >= maxTransfers ? 40128 : 0
}
