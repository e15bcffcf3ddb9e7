import { transferResignedGroupChatsEndpoint } from '@wecom/groupchat'
import { type Served, serve } from '../serve/serve.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Member } from '../tenant/members.ts'
import { handOverGroupChats, isLoginTooOld } from './handOverGroupChats.ts'

const year = 365 * 24 * 3600

export const transferResignedGroupChatsServed: Served = serve(
  transferResignedGroupChatsEndpoint,
  (tenant, params, call) => {
    const now = tenant.clock.seconds()
    return handOverGroupChats(tenant, params, 'resigned', (chat, owner) => findObstacle(chat, owner, now), call)
  },
)

function findObstacle({ inheriting, handovers }: GroupChat, owner: Member, now: number): number {
  const { resigned_at } = owner
  if (resigned_at === undefined) return handovers.at(-1)?.by === 'resigned' ? 90508 : 90500
  if (inheriting) return 90507
  return now - resigned_at > year || isLoginTooOld(owner, now) ? 40205 : 0
}
