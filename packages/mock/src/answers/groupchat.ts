import {
  convertGroupChatExternalUseridsEndpoint,
  convertOpenGidToChatIdEndpoint,
  createGroupChatJoinWayEndpoint,
  deleteGroupChatJoinWayEndpoint,
  type FailedGroupChat,
  getGroupChatEndpoint,
  getGroupChatJoinWayEndpoint,
  type GroupChatMember,
  type GroupChatOwnerFilter,
  type ListedGroupChat,
  listGroupChatsEndpoint,
  transferGroupChatsEndpoint,
  type TransferGroupChatsResult,
  transferResignedGroupChatsEndpoint,
  updateGroupChatJoinWayEndpoint,
} from '@wecom/groupchat'
import { Refusal } from '../base/Refusal.ts'
import { beijingDay } from '../base/clock.ts'
import type { Corp } from '../state/Corp.ts'
import { fromServiceId, toServiceId } from '../state/appIds.ts'
import {
  findInChat,
  type GroupChat,
  type GroupChatHandover,
  type GroupChatMember as KeptMember,
  isFull,
  memberVersion,
  presentMembers,
} from '../state/groupchat.ts'
import { type App, type Member, servesCustomers } from '../state/members.ts'
import { isTemplate } from '../state/provider.ts'
import { type Call, formatErrmsg, serve, type Served } from './serve.ts'
import { isLoginTooOld } from './transfers.ts'
import { isCustomerGroup, visibleGroupChat, visiblePeople } from './visible.ts'

/**
 * Returns the status of a group chat, as WeCom's lists contain it:
 * - 0: its owner is in the corp
 * - 1: its owner has left the corp
 * - 2: its owner has left the corp, and a transfer is in progress
 * - 3: it was transferred after its owner had left the corp
 */
function groupChatStatus(corp: Corp, { owner, inheriting, handovers }: GroupChat): 0 | 1 | 2 | 3 {
  if (corp.members.find(owner)?.resigned_at) return inheriting ? 2 : 1
  return handovers.at(-1)?.by === 'resigned' ? 3 : 0
}

const listGroupChatsServed: Served = serve(
  listGroupChatsEndpoint,
  (corp, { status_filter = 0, owner_filter, cursor, limit, offset }, { app }) => {
    const isOwner = chooseOwners(corp, app, owner_filter)
    const list = (): ListedGroupChat[] =>
      corp.groupChats
        .list()
        .filter((chat) => chat.dismissed_at === undefined && isCustomerGroup(corp, chat) && isOwner(chat.owner))
        .map((chat) => ({ chat_id: chat.chat_id, status: groupChatStatus(corp, chat) }))
        .filter(({ status }) => status_filter === 0 || status === status_filter)
    if (offset !== undefined) return { group_chat_list: list().slice(offset, offset + limit) }

    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listGroupChats', app.name, status_filter, JSON.stringify(owner_filter ?? {})],
      cursor,
      limit,
      list,
    })
    return { group_chat_list: items, next_cursor }
  },
  { failureFields: { group_chat_list: [] } },
)

function chooseOwners(
  corp: Corp,
  app: App,
  { userid_list = [], partyid_list = [] }: GroupChatOwnerFilter = {},
): (owner: string) => boolean {
  if (userid_list.length === 0 && partyid_list.length === 0) {
    const people = new Set(visiblePeople(corp, app).map(({ userid }) => userid))
    return (owner) => people.has(owner)
  }
  return (owner) => {
    const member = corp.members.find(owner)
    const isMeant =
      userid_list.includes(owner) ||
      (member !== undefined && corp.members.covers({ userid: [], partyid: partyid_list }, member))
    return isMeant && corp.members.isOwnerInRange(app, owner)
  }
}

const getGroupChatServed: Served = serve(getGroupChatEndpoint, (corp, { chat_id, need_name }, { app }) => {
  const chat = visibleGroupChat(corp, app, chat_id)
  const { name, owner, create_time, notice, admins } = chat
  return {
    group_chat: {
      chat_id,
      name,
      owner,
      create_time,
      ...(notice ? { notice } : {}),
      member_list: presentMembers(chat).map((member) => toMember(corp, app, member, need_name === 1)),
      admin_list: admins.map((userid) => ({ userid })),
      member_version: memberVersion(chat),
    },
  }
})

function toMember(corp: Corp, app: App, member: KeptMember, withName: boolean): GroupChatMember {
  const { userid, type, join_time, join_scene, state, invitor, group_nickname } = member
  const person = type === 1 ? corp.members.find(userid) : corp.customers.find(userid)
  // Leaves out the unionid for providers' apps, as WeCom does.
  const unionid = type === 2 && app.suite_id === undefined ? corp.customers.find(userid)?.unionid : undefined
  return {
    userid,
    type,
    ...(unionid !== undefined && { unionid }),
    join_time,
    join_scene,
    ...(state !== undefined && { state }),
    // Leaves out customers who invited, because WeCom does not return them.
    ...(invitor !== undefined && corp.members.find(invitor) && { invitor: { userid: invitor } }),
    group_nickname,
    ...(withName && { name: person?.name ?? '' }),
  }
}

const convertOpenGidToChatIdServed: Served = serve(convertOpenGidToChatIdEndpoint, (corp, { opengid }, { app }) => {
  const chat = corp.groupChats.list().find((candidate) => candidate.opengid === opengid)
  if (!chat || chat.dismissed_at !== undefined) throw new Refusal(90511)
  if (!isCustomerGroup(corp, chat)) throw new Refusal(90509)
  if (!corp.members.isOwnerInRange(app, chat.owner)) throw new Refusal(60011)
  return { chat_id: chat.chat_id }
})

const convertGroupChatExternalUseridsServed: Served = serve(
  convertGroupChatExternalUseridsEndpoint,
  (corp, { chat_id, external_userid_list }, { app }) => {
    if (app.suite_id === undefined) throw new Refusal(48002)
    // Refuses third-party apps after the migration, as WeCom does.
    if (!isTemplate(app.suite_id) && corp.provider.get()?.migrated.includes(3)) throw new Refusal(48002)
    const chat = visibleGroupChat(corp, app, chat_id)
    return {
      items: external_userid_list.map((external_userid) => {
        const new_external_userid = toServiceId(external_userid)
        if (findInChat(chat, fromServiceId(new_external_userid))?.type !== 2) throw new Refusal(40096)
        return { external_userid, new_external_userid }
      }),
    }
  },
  { failureFields: { items: [] }, convertsIds: 'customers' },
)

const createGroupChatJoinWayServed: Served = serve(
  createGroupChatJoinWayEndpoint,
  (corp, settings, { app }) => {
    for (const chat_id of settings.chat_id_list) visibleGroupChat(corp, app, chat_id)
    checkRoomForWay(corp)
    return { config_id: corp.joinWays.create(app, settings) }
  },
  { missing: { chat_id_list: 40058 }, invalid: { chat_id_list: 41091 } },
)

const getGroupChatJoinWayServed: Served = serve(
  getGroupChatJoinWayEndpoint,
  (corp, { config_id }, { app }) => {
    const { app: _creator, ...join_way } = corp.joinWays.get(app, config_id)
    return { join_way }
  },
  { missing: { config_id: 41043 } },
)

const updateGroupChatJoinWayServed: Served = serve(
  updateGroupChatJoinWayEndpoint,
  (corp, { config_id, ...settings }, { app }) => {
    corp.joinWays.get(app, config_id)
    for (const chat_id of settings.chat_id_list) visibleGroupChat(corp, app, chat_id)
    corp.joinWays.replace(app, config_id, settings)
    return {}
  },
  { missing: { config_id: 41043, chat_id_list: 40058 }, invalid: { chat_id_list: 41091 } },
)

const deleteGroupChatJoinWayServed: Served = serve(
  deleteGroupChatJoinWayEndpoint,
  (corp, { config_id }, { app }) => {
    corp.joinWays.delete(app, config_id)
    return {}
  },
  { missing: { config_id: 41043 } },
)

// Transfers of one group chat from owners who are in the corp, within `transferDays` calendar days.
const maxTransfers = 2
const transferDays = 90

const transferGroupChatsServed: Served = serve(transferGroupChatsEndpoint, (corp, params, call) => {
  const now = corp.clock.seconds()
  return handOverGroupChats(corp, params, 'onjob', (chat, owner) => findOnJobObstacle(chat, owner, now), call)
})

function findOnJobObstacle({ handovers }: GroupChat, owner: Member, now: number): number {
  if (owner.resigned_at) return 90502
  if (isLoginTooOld(owner, now)) return 40205
  const first = beijingDay(now) - transferDays + 1
  const transfers = handovers.filter(({ by, time }) => by === 'onjob' && beijingDay(time) >= first)
  return transfers.length >= maxTransfers ? 40128 : 0
}

const transferResignedGroupChatsServed: Served = serve(transferResignedGroupChatsEndpoint, (corp, params, call) => {
  const now = corp.clock.seconds()
  return handOverGroupChats(corp, params, 'resigned', (chat, owner) => findResignedObstacle(chat, owner, now), call)
})

function findResignedObstacle({ inheriting, handovers }: GroupChat, owner: Member, now: number): number {
  const { resigned_at } = owner
  if (resigned_at === undefined) return handovers.at(-1)?.by === 'resigned' ? 90508 : 90500
  if (inheriting) return 90507
  return isLoginTooOld(owner, now) ? 40205 : 0
}

interface GroupChatTransfer {
  readonly chat_id_list: readonly string[]
  readonly new_owner: string
}

/** Checks whether a group chat can get a new owner. Returns 0 if it can, or else the errcode with the reason. */
type FindObstacle = (chat: GroupChat, owner: Member, newOwner: Member) => number

// Maximum number of group chats that apps can transfer from one owner to other members on one day.
const maxGroupsADay = 300

function handOverGroupChats(
  corp: Corp,
  { chat_id_list, new_owner }: GroupChatTransfer,
  by: Exclude<GroupChatHandover['by'], 'owner'>,
  findObstacle: FindObstacle,
  { app, ip }: Call,
): TransferGroupChatsResult {
  const newOwner = corp.members.find(new_owner)
  if (!newOwner || !corp.members.isVisible(app, newOwner)) throw new Refusal(46004)
  if (!servesCustomers(newOwner)) throw new Refusal(84074)
  if (!newOwner.verified) throw new Refusal(40098)
  if (isLoginTooOld(newOwner, corp.clock.seconds())) throw new Refusal(40205)

  const failed_chat_list = chat_id_list.flatMap((chat_id): FailedGroupChat[] => {
    const chat = corp.groupChats.find(chat_id)
    const owner = chat && corp.members.find(chat.owner)
    const errcode =
      chat && owner && corp.members.isOwnerInRange(app, owner.userid)
        ? findAnyObstacle(corp, chat, owner, newOwner, findObstacle)
        : 90501
    if (errcode !== 0) return [{ chat_id, errcode, errmsg: formatErrmsg(corp, new Refusal(errcode), ip) }]
    if (chat && owner) handOver(corp, chat, owner, new_owner, by)
    return []
  })
  return failed_chat_list.length > 0 ? { failed_chat_list } : {}
}

function findAnyObstacle(
  corp: Corp,
  chat: GroupChat,
  owner: Member,
  newOwner: Member,
  findObstacle: FindObstacle,
): number {
  if (chat.dismissed_at !== undefined || !isCustomerGroup(corp, chat)) return 90501
  if (owner.userid === newOwner.userid) return 90504
  const obstacle = findObstacle(chat, owner, newOwner)
  if (obstacle !== 0) return obstacle
  if (isFull(chat) && !findInChat(chat, newOwner.userid)) return 90503
  return countToday(corp, owner.userid) >= maxGroupsADay ? 40128 : 0
}

function countToday(corp: Corp, owner: string): number {
  const today = beijingDay(corp.clock.seconds())
  return corp.groupChats
    .list()
    .flatMap(({ handovers }) => handovers)
    .filter(({ from, time, by }) => from === owner && by !== 'owner' && beijingDay(time) === today).length
}

function handOver(
  corp: Corp,
  chat: GroupChat,
  owner: Member,
  to: string,
  by: Exclude<GroupChatHandover['by'], 'owner'>,
): void {
  corp.groupChats.handOver(chat, to, by)
  if (by === 'resigned') corp.groupChats.leave(chat, owner.userid)
}

export const groupchatServed: readonly Served[] = [
  convertGroupChatExternalUseridsServed,
  convertOpenGidToChatIdServed,
  createGroupChatJoinWayServed,
  deleteGroupChatJoinWayServed,
  getGroupChatServed,
  getGroupChatJoinWayServed,
  listGroupChatsServed,
  transferGroupChatsServed,
  transferResignedGroupChatsServed,
  updateGroupChatJoinWayServed,
]

// Contact ways and join ways together. Temporary contact ways do not count.
const maxWays = 500_000

export function checkRoomForWay({ contactWays, joinWays }: Corp): void {
  const count = joinWays.list().length + contactWays.list().filter(({ is_temp }) => !is_temp).length
  if (count >= maxWays) throw new Refusal(41045)
}
