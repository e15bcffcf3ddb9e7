import { convertOpenGidToChatIdEndpoint } from '@wecom/groupchat'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { isCustomerGroup, isOwnerInRange } from './visibleGroupChats.ts'

export const convertOpenGidToChatIdServed: Served = serve(
  convertOpenGidToChatIdEndpoint,
  (tenant, { opengid }, { app }) => {
    const chat = tenant.groupChats.list().find((candidate) => candidate.opengid === opengid)
    if (!chat || chat.dismissed_at !== undefined) throw new Refusal(90511)
    if (!isCustomerGroup(tenant, chat)) throw new Refusal(90509)
    if (!isOwnerInRange(tenant, app, chat.owner)) throw new Refusal(60011)
    return { chat_id: chat.chat_id }
  },
)
