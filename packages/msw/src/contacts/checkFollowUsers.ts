import { type CheckedFollowUsers, checkFollowUsersEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import { servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

export const checkFollowUsersServed: Served = serve(
  checkFollowUsersEndpoint,
  (tenant, { userid = [], partyid = [] }, { app }) => {
    const mayUse = (id: string): boolean => isAuthorized(tenant, app, id)
    const allMayUse = (id: number): boolean => isDepartmentAuthorized(tenant, app, id)
    return {
      authorized: toChecked(userid.filter(mayUse), partyid.filter(allMayUse)),
      unauthorized: toChecked(
        userid.filter((id) => !mayUse(id)),
        partyid.filter((id) => !allMayUse(id)),
      ),
    }
  },
)

function isAuthorized(tenant: Tenant, app: App, userid: string): boolean {
  const member = tenant.members.find(userid)
  return member !== undefined && servesCustomers(member) && tenant.members.isVisible(app, member)
}

/** The feature is given to members; a department has it when all its people on the job do. */
function isDepartmentAuthorized(tenant: Tenant, app: App, partyid: number): boolean {
  const members = tenant.members
    .list()
    .filter((member) => !member.resigned_at && tenant.members.covers({ userid: [], partyid: [partyid] }, member))
  return members.length > 0 && members.every(({ userid }) => isAuthorized(tenant, app, userid))
}

function toChecked(userid: string[], partyid: number[]): CheckedFollowUsers {
  return { ...(userid.length > 0 && { userid }), ...(partyid.length > 0 && { partyid }) }
}
