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
  { invalid: { attachments: 41064, 'attachments.msgtype': 41065 }, failureFields: { fail_list: [] } },
)

interface Receivers {
  readonly tasks: MassMessageTask[]
  readonly fail_list: string[]
}

interface Route {
  readonly userid: string
  readonly receipt: MassMessageReceipt
}

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
 * Selects the customers who get a mass message, and a sender for each customer. If the message names no sender, the
 * sender is the member who last chatted with the customer. The start of a follow relation counts as a chat.
 */
function receiversInContacts(corp: Corp, app: App, { sender, external_userid, tag_filter }: CustomerChoice): Receivers {
  // Refuses ids of group chats, which begin with `wr`.
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

function receiversInGroupChats(corp: Corp, app: App, { sender, chat_id_list }: GroupChatChoice): Receivers {
  const { userid } = findSender(corp, app, sender)
  const owned = new Set(corp.groupChats.ofOwner(userid).map(({ chat_id }) => chat_id))
  // Without a list, the sender selects the group chats when sending the message.
  if (!chat_id_list) return { tasks: owned.size > 0 ? [{ userid, deliveries: [] }] : [], fail_list: [] }
  return toReceivers(corp, [...new Set(chat_id_list)], (chat_id) =>
    owned.has(chat_id) ? { userid, receipt: { chat_id, status: 0 } } : undefined,
  )
}

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

// The `filter_type` for mass messages of all creators.
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
  { failureFields: { group_msg_list: [] } },
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
  { missing: { msgid: 41046 }, failureFields: { task_list: [] } },
)

function taskOnWire({ userid, send_time }: MassMessageTask): MassMessageTaskOnWire {
  // The results of the message (`deliveriesOnWire`) use 1 instead of 2.
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
  { missing: { msgid: 41046, userid: 41009 }, failureFields: { send_list: [] } },
)

// The fake corp reviews nothing, so every message has passed.
const passed = 1

// WeCom has documented two formats: one has the field `check_status`, the other `next_cursor`. This answer has both.
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
  { missing: { msgid: 41046 }, failureFields: { detail_list: [] } },
)

// 17 November 2020 in Beijing, in unix seconds. WeCom stores no tasks for mass messages that were created earlier.
// Calls for their tasks return empty lists. Only `get_group_msg_result` returns their results.
const firstDayWithTasks = Date.UTC(2020, 10, 16, 16) / 1000

function findMassMessage(corp: Corp, app: App, msgid: string): MassMessage {
  const message = corp.massMessages.find(msgid)
  if (!message || !isInRange(corp, app, message)) throw new Refusal(41047)
  if (corp.massMessages.isDispatching(message)) throw new Refusal(41063)
  return message
}

function findRunningMassMessage(corp: Corp, app: App, msgid: string): MassMessage {
  const message = findMassMessage(corp, app, msgid)
  // An app can cancel only messages of apps, and remind only their senders.
  if (message.create_type === 1) throw new Refusal(41047)
  if (message.cancelled_at !== undefined) throw new Refusal(41093)
  return message
}

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

function deliveriesOnWire({ userid, deliveries }: MassMessageTask): MassMessageDelivery[] {
  // If the member selects the group chats, only those that have received the message are listed.
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
