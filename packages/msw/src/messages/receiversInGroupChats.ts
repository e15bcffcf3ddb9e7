import type { MassMessageToGroupChatsParams } from '@wecom/messages'
import type { App } from '../tenant/apps.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { findSender } from './findSender.ts'
import { type Receivers, toReceivers } from './receivers.ts'

type Choice = Pick<MassMessageToGroupChatsParams, 'sender' | 'chat_id_list'>

/** Which of the sender's groups get a mass message. Where none are named, the sender picks them when sending. */
export function receiversInGroupChats(tenant: Tenant, app: App, { sender, chat_id_list }: Choice): Receivers {
  const { userid } = findSender(tenant, app, sender)
  const owned = new Set(tenant.groupChats.ofOwner(userid).map(({ chat_id }) => chat_id))
  if (!chat_id_list) return { tasks: owned.size > 0 ? [{ userid, deliveries: [] }] : [], fail_list: [] }
  return toReceivers(tenant, [...new Set(chat_id_list)], (chat_id) =>
    owned.has(chat_id) ? { userid, receipt: { chat_id, status: 0 } } : undefined,
  )
}
