import { createGroupChatJoinWayEndpoint } from '@wecom/groupchat'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { visibleGroupChat } from './visibleGroupChats.ts'

/** Join ways and contact ways of a corp together, those for temporary sessions aside. */
const maxWays = 500_000

export const createGroupChatJoinWayServed: Served = serve(
  createGroupChatJoinWayEndpoint,
  (tenant, settings, { app }) => {
    for (const chat_id of settings.chat_id_list) visibleGroupChat(tenant, app, chat_id)
    if (countWays(tenant) >= maxWays) throw new Refusal(41045)
    return { config_id: tenant.joinWays.create(app, settings) }
  },
  { missing: { chat_id_list: 40058 }, invalid: { chat_id_list: 41091 } },
)

function countWays(tenant: Tenant): number {
  return tenant.joinWays.list().length + tenant.contactWays.list().filter(({ is_temp }) => !is_temp).length
}
