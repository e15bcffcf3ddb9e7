import type { KnownPendingId } from '@wecom/id-convert'
import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import { presentMembers } from '../tenant/groupChats.ts'
import type { PendingId } from '../tenant/pendingIds.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { customerInSight } from './customersInSight.ts'

interface Params {
  readonly external_userid: readonly string[]
  readonly chat_id?: string | undefined
}

/**
 * The pending ids that some customers had before they were customers; who had none is left out.
 * With a chat_id the owner has to be in sight, and those who are not in the group are left out.
 */
export function knownPendingIds(
  tenant: Tenant,
  app: App,
  asked_by: PendingId['asked_by'],
  { external_userid, chat_id }: Params,
): KnownPendingId[] {
  const isMeant = chat_id === undefined ? undefined : membersOfGroup(tenant, app, chat_id)
  return external_userid
    .filter((id) => isMeant?.has(id) ?? true)
    .flatMap((id) => {
      const customer = isMeant ? tenant.customers.find(id) : customerInSight(tenant, app, id)
      if (!customer) throw new Refusal(40096)
      const pending_id = tenant.pendingIds.find(asked_by, customer.unionid)
      return pending_id === undefined ? [] : [{ external_userid: id, pending_id }]
    })
}

function membersOfGroup(tenant: Tenant, app: App, chat_id: string): Set<string> {
  const chat = tenant.groupChats.find(chat_id)
  const owner = chat && tenant.members.find(chat.owner)
  if (!owner || !tenant.members.isVisible(app, owner)) throw new Refusal(40058, `invalid chat_id: ${chat_id}`)
  return new Set(presentMembers(chat).map(({ userid }) => userid))
}
