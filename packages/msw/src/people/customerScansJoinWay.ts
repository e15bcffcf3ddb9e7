import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { TenantEvent } from '../tenant/events.ts'
import { type GroupChat, findInChat, isFull } from '../tenant/groupChats.ts'
import type { JoinWay } from '../tenant/joinWays.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { joinGroupChat } from './changeGroupChatMembers.ts'
import { raiseGroupChatEvent } from './groupChatPeople.ts'
import { type Outcome, some } from './people.ts'
import { theCustomer } from './theCustomer.ts'

export interface CustomerScansJoinWay {
  readonly config_id: string
  /** Somebody new, if left out. */
  readonly external_userid?: string | undefined
  /** Name of somebody new. */
  readonly name?: string | undefined
}

export const customerScansJoinWaySchema: v.GenericSchema<CustomerScansJoinWay> = seedRow<CustomerScansJoinWay>({
  config_id: id,
  external_userid: v.optional(id),
  name: v.optional(v.string()),
})

/**
 * A customer comes into a group by a join way: into the first of its groups that is not full. Where all are full, a new
 * one is opened, if the join way is set so.
 *
 * @throws {RangeError} no such join way or customer; all groups are full, or the customer is in one already.
 */
export function customerScansJoinWay(
  tenant: Tenant,
  { config_id, external_userid, name }: CustomerScansJoinWay,
): Outcome & { readonly external_userid: string; readonly chat_id: string } {
  const way = tenant.joinWays.find(config_id)
  if (!way) {
    const others = tenant.joinWays.list().map((other) => other.config_id)
    throw new InputError('config_id', `There is no join way ${config_id}; ${some(others)}`)
  }
  const customer = theCustomer(tenant, { external_userid, name })
  const chats = way.chat_id_list.flatMap((chat_id) => tenant.groupChats.find(chat_id) ?? [])
  const standing = chats.filter(({ dismissed_at }) => dismissed_at === undefined)
  const present = standing.find((chat) => findInChat(chat, customer.external_userid))
  if (present)
    throw new InputError('external_userid', `${customer.external_userid} is in group ${present.chat_id} already`)

  const { chat, events } = chooseGroupChat(tenant, way, standing)
  tenant.customers.add(customer)
  const joining = {
    userid: customer.external_userid,
    type: 2 as const,
    join_scene: 3 as const,
    ...(way.state !== undefined && { state: way.state }),
  }
  return {
    external_userid: customer.external_userid,
    chat_id: chat.chat_id,
    events: [...events, ...joinGroupChat(tenant, chat, [joining])],
  }
}

function chooseGroupChat(
  tenant: Tenant,
  way: JoinWay,
  chats: readonly GroupChat[],
): { chat: GroupChat; events: TenantEvent[] } {
  const free = chats.find((chat) => !isFull(chat))
  if (free) return { chat: free, events: [] }
  const [first] = chats
  if (!first || way.auto_create_room === 0) {
    throw new InputError('config_id', `No group of join way ${way.config_id} has room, and it opens no new ones`)
  }
  const { room_base_name = first.name, room_base_id = 1 } = way
  const opened = tenant.groupChats.create({
    name: nextName(chats, room_base_name, room_base_id),
    owner: first.owner,
    member_limit: first.member_limit,
  })
  way.chat_id_list.push(opened.chat_id)
  return { chat: opened, events: raiseGroupChatEvent(tenant, opened, 'create') }
}

/** The base name with the first number that no group of the join way has. */
function nextName(chats: readonly GroupChat[], base: string, number: number): string {
  const name = `${base}${number}`
  return chats.some((chat) => chat.name === name) ? nextName(chats, base, number + 1) : name
}
