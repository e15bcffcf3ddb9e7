import {
  cancelMassMessageEndpoint,
  createMassMessageEndpoint,
  getMassMessageResultLegacyEndpoint,
  listMassMessagesEndpoint,
  listMassMessageSendResultsEndpoint,
  listMassMessageTasksEndpoint,
  type MassMessage as MassMessageOnWire,
  type MassMessageDelivery,
  type MassMessageTagFilter,
  type MassMessageTask as MassMessageTaskOnWire,
  type MassMessageToContactsParams,
  type MassMessageToGroupChatsParams,
  remindMassMessageEndpoint,
} from '@wecom/messages'
import { Refusal } from '../base/Refusal.ts'
import { pageLimit } from '../base/cursors.ts'
import type { Corp } from '../state/Corp.ts'
import type { Follow } from '../state/contacts.ts'
import { type App, type Member, servesCustomers } from '../state/members.ts'
import type { MassMessage, MassMessageReceipt, MassMessageTask } from '../state/messages.ts'
import { checkAttachments, keepContent } from './messageContent.ts'
import { serve, type Served } from './serve.ts'
import {
  createGroupWelcomeTemplateServed,
  deleteGroupWelcomeTemplateServed,
  getGroupWelcomeTemplateServed,
  sendWelcomeMessageServed,
  updateGroupWelcomeTemplateServed,
} from './welcomes.ts'

const createMassMessageServed: Served = serve(
  createMassMessageEndpoint,
  (corp, params, { app }) => {
    const content = keepContent(params)
    checkAttachments(corp, content.attachments)
    const { tasks, fail_list } =
      params.chat_type === 'group' ? receiversInGroupChats(corp, app, params) : receiversInContacts(corp, app, params)
    if (tasks.length === 0) throw new Refusal(41048)
    const { msgid } = corp.massMessages.add({
      chat_type: params.chat_type ?? 'single',
      create_type: 0,
      ...content,
      ...(params.chat_type !== 'group' && params.allow_select && { allow_select: true }),
      tasks,
    })
    return { fail_list, msgid }
  },
  { invalid: { attachments: 41064, 'attachments.msgtype': 41065 }, empty: { fail_list: [] } },
)

interface Receivers {
  readonly tasks: MassMessageTask[]
  /** Ids of the customers or group chats that cannot get the message. */
  readonly fail_list: string[]
}

interface Route {
  readonly userid: string
  readonly receipt: MassMessageReceipt
}

/**
 * Creates one task for each sender. A receiver goes to `fail_list` if no member can send the message to it, or if it
 * has reached the limit of mass messages.
 */
function toReceivers(
  { massMessages }: Corp,
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

type CustomerChoice = Pick<MassMessageToContactsParams, 'sender' | 'external_userid' | 'tag_filter'>

/**
 * Selects the customers who get a mass message, and a sender for each. If the call names no sender, it is the member
 * with the most recent contact: a message between the two, or the start of their follow relation.
 */
function receiversInContacts(corp: Corp, app: App, { sender, external_userid, tag_filter }: CustomerChoice): Receivers {
  // Compares the beginning, because ids of group chats begin with `wr`.
  if (external_userid?.some((id) => id.startsWith('wr'))) throw new Refusal(41056)
  const senders = sender ? [findSender(corp, app, sender)] : allSenders(corp, app)
  const wanted = external_userid && new Set(external_userid)
  const follows = senders
    .flatMap(({ userid }) => corp.follows.ofMember(userid))
    .filter((follow) => follow.customer_left_at === undefined)
    .filter((follow) => (wanted ? wanted.has(follow.external_userid) : hasTags(follow, tag_filter)))
  const nearest = nearestOfCustomers(corp, follows)
  return toReceivers(corp, [...(wanted ?? nearest.keys())], (id) => {
    const follow = nearest.get(id)
    return follow && { userid: follow.userid, receipt: { external_userid: id, status: 0 } }
  })
}

function allSenders({ members }: Corp, app: App): { userid: string }[] {
  return members.list().filter((member) => servesCustomers(member) && members.isVisible(app, member))
}

/** The follow relation needs at least one tag from each tag group of the filter. */
function hasTags({ tag_ids }: Follow, { group_list }: MassMessageTagFilter = { group_list: [] }): boolean {
  return group_list.every(({ tag_list }) => tag_list.some((id) => tag_ids.includes(id)))
}

function nearestOfCustomers({ conversations }: Corp, follows: readonly Follow[]): Map<string, Follow> {
  const talks = new Map(conversations.direct().map((talk) => [`${talk.userid} ${talk.external_userid}`, talk.time]))
  const lastTalk = ({ userid, external_userid, createtime }: Follow): number =>
    Math.max(createtime, talks.get(`${userid} ${external_userid}`) ?? 0)
  const nearest = new Map<string, Follow>()
  for (const follow of follows) {
    const other = nearest.get(follow.external_userid)
    if (!other || lastTalk(other) < lastTalk(follow)) nearest.set(follow.external_userid, follow)
  }
  return nearest
}

type GroupChatChoice = Pick<MassMessageToGroupChatsParams, 'sender' | 'chat_id_list'>

/** The sender must own the group chats. If the call names none, the sender selects them when sending the message. */
function receiversInGroupChats(corp: Corp, app: App, { sender, chat_id_list }: GroupChatChoice): Receivers {
  const { userid } = findSender(corp, app, sender)
  const owned = new Set(corp.groupChats.ofOwner(userid).map(({ chat_id }) => chat_id))
  if (!chat_id_list) return { tasks: owned.size > 0 ? [{ userid, deliveries: [] }] : [], fail_list: [] }
  return toReceivers(corp, [...new Set(chat_id_list)], (chat_id) =>
    owned.has(chat_id) ? { userid, receipt: { chat_id, status: 0 } } : undefined,
  )
}

/**
 * @throws {Refusal} 40003: the member is unknown or has left the corp. 60011: the member is outside the visible range
 *   of the app. 84074: the member has no permission for customer contact.
 */
function findSender({ members }: Corp, app: App, userid: string): Member {
  const member = members.find(userid)
  if (!member || member.resigned_at) throw new Refusal(40003)
  if (!members.isVisible(app, member)) throw new Refusal(60011)
  if (!servesCustomers(member)) throw new Refusal(84074)
  return member
}

const maxReminders = 3
const day = 24 * 3600

const remindMassMessageServed: Served = serve(
  remindMassMessageEndpoint,
  (corp, { msgid }, { app }) => {
    const message = findRunningMassMessage(corp, app, msgid)
    const now = corp.clock.seconds()
    const { reminded_at = [] } = message
    if (reminded_at.filter((time) => time > now - day).length >= maxReminders) throw new Refusal(41094)
    message.reminded_at = [...reminded_at, now]
    return {}
  },
  { missing: { msgid: 41046 } },
)

const cancelMassMessageServed: Served = serve(
  cancelMassMessageEndpoint,
  (corp, { msgid }, { app }) => {
    findRunningMassMessage(corp, app, msgid).cancelled_at = corp.clock.seconds()
    return {}
  },
  { missing: { msgid: 41046 } },
)

/** Value of `filter_type` for the mass messages of all creators. */
const all = 2

const listMassMessagesServed: Served = serve(
  listMassMessagesEndpoint,
  (corp, { chat_type, start_time, end_time, creator, filter_type = all, limit, cursor }, { app }) => {
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listMassMessages', app.name, chat_type, start_time, end_time, creator ?? '', filter_type],
      cursor,
      limit: pageLimit(limit, { usual: 50, max: 100 }),
      list: () =>
        corp.massMessages
          .list()
          .filter(
            (message) =>
              message.chat_type === chat_type &&
              message.create_time >= start_time &&
              message.create_time <= end_time &&
              (!creator || message.creator === creator) &&
              (filter_type === all || message.create_type === filter_type) &&
              isInRange(corp, app, message),
          )
          .map((message) => messageOnWire(message)),
    })
    return { group_msg_list: items, next_cursor }
  },
  { empty: { group_msg_list: [] } },
)

function messageOnWire({
  msgid,
  creator,
  create_time,
  create_type,
  text,
  attachments,
}: MassMessage): MassMessageOnWire {
  return {
    msgid,
    ...(creator !== undefined && { creator }),
    create_time,
    create_type,
    ...(text && { text }),
    ...(attachments && { attachments }),
  }
}

const listMassMessageTasksServed: Served = serve(
  listMassMessageTasksEndpoint,
  (corp, { msgid, limit, cursor }, { app }) => {
    const message = findMassMessage(corp, app, msgid)
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listMassMessageTasks', app.name, msgid],
      cursor,
      limit: pageLimit(limit, { usual: 500, max: 1000 }),
      list: () => (keepsTasks(message) ? tasksInRange(corp, app, message) : []).map((task) => taskOnWire(task)),
    })
    return { task_list: items, next_cursor }
  },
  { missing: { msgid: 41046 }, empty: { task_list: [] } },
)

/** `status` is 2 if the member has sent the message. The results of the message (`deliveriesOnWire`) use 1 instead. */
function taskOnWire({ userid, send_time }: MassMessageTask): MassMessageTaskOnWire {
  return send_time === undefined ? { userid, status: 0 } : { userid, status: 2, send_time }
}

const listMassMessageSendResultsServed: Served = serve(
  listMassMessageSendResultsEndpoint,
  (corp, { msgid, userid, limit, cursor }, { app }) => {
    const message = findMassMessage(corp, app, msgid)
    const task = tasksInRange(corp, app, message).find((candidate) => candidate.userid === userid)
    if (!task) throw new Refusal(40003)
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listMassMessageSendResults', app.name, msgid, userid],
      cursor,
      limit: pageLimit(limit, { usual: 500, max: 1000 }),
      list: () => (keepsTasks(message) ? deliveriesOnWire(task) : []),
    })
    return { send_list: items, next_cursor }
  },
  { missing: { msgid: 41046, userid: 41009 }, empty: { send_list: [] } },
)

/**
 * Value of `check_status` for a mass message that passed the review. The fake corp reviews nothing, so every message
 * has it.
 */
const passed = 1

/**
 * WeCom has documented two formats of this answer: one has the field `check_status`, the other `next_cursor`. This
 * answer has both.
 */
const getMassMessageResultLegacyServed: Served = serve(
  getMassMessageResultLegacyEndpoint,
  (corp, { msgid, limit, cursor }, { app }) => {
    const message = findMassMessage(corp, app, msgid)
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['getMassMessageResultLegacy', app.name, msgid],
      cursor,
      limit: pageLimit(limit, { usual: 10_000, max: 10_000 }),
      list: () => tasksInRange(corp, app, message).flatMap((task) => deliveriesOnWire(task)),
    })
    return { check_status: passed, detail_list: items, next_cursor }
  },
  { missing: { msgid: 41046 }, empty: { detail_list: [] } },
)

/**
 * 17 November 2020 in Beijing, in unix seconds. WeCom stores no tasks for mass messages that were created earlier.
 * Calls for their tasks return empty lists. Only `get_group_msg_result` returns their results.
 */
const firstDayWithTasks = Date.UTC(2020, 10, 16, 16) / 1000

/**
 * @throws {Refusal} 41047: the message is unknown or outside the visible range of the app. 41063: WeCom is still
 *   distributing the message to members.
 */
function findMassMessage(corp: Corp, app: App, msgid: string): MassMessage {
  const message = corp.massMessages.find(msgid)
  if (!message || !isInRange(corp, app, message)) throw new Refusal(41047)
  if (corp.massMessages.isDispatching(message)) throw new Refusal(41063)
  return message
}

/**
 * Returns a mass message that the app can cancel, or whose senders it can remind. An app can do this only with messages
 * of apps, not with messages of members.
 *
 * @throws {Refusal} 41047: the message is unknown, outside the visible range of the app, or created by a member. 41063:
 *   WeCom is still distributing the message to members. 41093: the message was cancelled.
 */
function findRunningMassMessage(corp: Corp, app: App, msgid: string): MassMessage {
  const message = findMassMessage(corp, app, msgid)
  if (message.create_type === 1) throw new Refusal(41047)
  if (message.cancelled_at !== undefined) throw new Refusal(41093)
  return message
}

/**
 * An app sees a mass message if the creator, or a member with a task for the message, is in the visible range of the
 * app.
 */
function isInRange(corp: Corp, app: App, { creator, tasks }: MassMessage): boolean {
  return [creator, ...tasks.map(({ userid }) => userid)].some((userid) => isMemberInRange(corp, app, userid))
}

function tasksInRange(corp: Corp, app: App, { tasks }: MassMessage): MassMessageTask[] {
  return tasks.filter(({ userid }) => isMemberInRange(corp, app, userid))
}

function keepsTasks({ create_time }: MassMessage): boolean {
  return create_time >= firstDayWithTasks
}

function isMemberInRange({ members }: Corp, app: App, userid: string | undefined): boolean {
  const member = userid === undefined ? undefined : members.find(userid)
  return member !== undefined && members.isInRange(app, member)
}

/** If the member selects the group chats, the results contain only group chats that have received the message. */
function deliveriesOnWire({ userid, deliveries }: MassMessageTask): MassMessageDelivery[] {
  return deliveries
    .filter(({ chat_id, status }) => chat_id === undefined || status === 1)
    .map(({ external_userid, chat_id, status, send_time }) => ({
      ...(external_userid === undefined ? { chat_id } : { external_userid }),
      userid,
      status,
      ...(send_time !== undefined && { send_time }),
    }))
}

export const messagesServed: readonly Served[] = [
  cancelMassMessageServed,
  createGroupWelcomeTemplateServed,
  createMassMessageServed,
  deleteGroupWelcomeTemplateServed,
  getGroupWelcomeTemplateServed,
  getMassMessageResultLegacyServed,
  listMassMessageSendResultsServed,
  listMassMessageTasksServed,
  listMassMessagesServed,
  remindMassMessageServed,
  sendWelcomeMessageServed,
  updateGroupWelcomeTemplateServed,
]
