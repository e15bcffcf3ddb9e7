import type { FailedGroupChat, TransferGroupChatsResult } from '@wecom/groupchat'
import { Refusal } from '../Refusal.ts'
import { formatErrmsg } from '../serve/formatErrmsg.ts'
import type { Call } from '../serve/serve.ts'
import { beijingDay } from '../tenant/beijingTime.ts'
import { type GroupChat, type GroupChatHandover, findInChat, isFull } from '../tenant/groupChats.ts'
import { type Member, servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { isCustomerGroup, isOwnerInRange } from './visibleGroupChats.ts'

export interface GroupChatTransfer {
  readonly chat_id_list: readonly string[]
  readonly new_owner: string
}

/** Why a group of the kind that a call is for cannot go to a member; 0 where it can. */
export type FindObstacle = (chat: GroupChat, owner: Member, newOwner: Member) => number

const year = 365 * 24 * 3600
/** Groups that one owner can hand over a day. */
const maxGroupsADay = 300

/** Gives groups to another owner, at once, and tells which of them had to stay. */
export function handOverGroupChats(
  tenant: Tenant,
  { chat_id_list, new_owner }: GroupChatTransfer,
  by: Exclude<GroupChatHandover['by'], 'owner'>,
  findObstacle: FindObstacle,
  { app, ip }: Call,
): TransferGroupChatsResult {
  const newOwner = tenant.members.find(new_owner)
  if (!newOwner || !tenant.members.isVisible(app, newOwner)) throw new Refusal(46004)
  if (!servesCustomers(newOwner)) throw new Refusal(84074)
  if (!newOwner.verified) throw new Refusal(40098)
  if (isLoginTooOld(newOwner, tenant.clock.seconds())) throw new Refusal(40205)

  const failed_chat_list = chat_id_list.flatMap((chat_id): FailedGroupChat[] => {
    const chat = tenant.groupChats.find(chat_id)
    const owner = chat && tenant.members.find(chat.owner)
    const errcode =
      chat && owner && isOwnerInRange(tenant, app, owner.userid)
        ? findAnyObstacle(tenant, chat, owner, newOwner, findObstacle)
        : 90501
    if (errcode !== 0) return [{ chat_id, errcode, errmsg: formatErrmsg(tenant, new Refusal(errcode), ip) }]
    if (chat && owner) handOver(tenant, chat, owner, new_owner, by)
    return []
  })
  return failed_chat_list.length > 0 ? { failed_chat_list } : {}
}

/** Whether somebody did not log in within a year; of who left, within the year before. */
export function isLoginTooOld({ resigned_at, last_login_at }: Member, now: number): boolean {
  const until = resigned_at ?? now
  return until - (last_login_at ?? until) > year
}

function findAnyObstacle(
  tenant: Tenant,
  chat: GroupChat,
  owner: Member,
  newOwner: Member,
  findObstacle: FindObstacle,
): number {
  if (chat.dismissed_at !== undefined || !isCustomerGroup(tenant, chat)) return 90501
  if (owner.userid === newOwner.userid) return 90504
  const obstacle = findObstacle(chat, owner, newOwner)
  if (obstacle !== 0) return obstacle
  if (isFull(chat) && !findInChat(chat, newOwner.userid)) return 90503
  return countToday(tenant, owner.userid) >= maxGroupsADay ? 40128 : 0
}

function countToday(tenant: Tenant, owner: string): number {
  const today = beijingDay(tenant.clock.seconds())
  return tenant.groupChats
    .list()
    .flatMap(({ handovers }) => handovers)
    .filter(({ from, time, by }) => from === owner && by !== 'owner' && beijingDay(time) === today).length
}

/** Who left the corp leaves the group with it. */
function handOver(
  tenant: Tenant,
  chat: GroupChat,
  owner: Member,
  to: string,
  by: Exclude<GroupChatHandover['by'], 'owner'>,
): void {
  tenant.groupChats.handOver(chat, to, by)
  if (by === 'resigned') tenant.groupChats.leave(chat, owner.userid)
}
