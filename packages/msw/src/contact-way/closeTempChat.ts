import { closeTempChatEndpoint } from '@wecom/contact-way'
import { Refusal } from '../Refusal.ts'
import { findCustomer } from '../contacts/visibleFollows.ts'
import { type Served, serve } from '../serve/serve.ts'

export const closeTempChatServed: Served = serve(
  closeTempChatEndpoint,
  (tenant, { userid, external_userid }, { app }) => {
    tenant.members.visibleMember(app, userid)
    findCustomer(tenant, external_userid)
    if (!tenant.follows.find(userid, external_userid)) throw new Refusal(84061)
    if (!tenant.contactWays.endChat(userid, external_userid)) {
      throw new Refusal(40058, 'there is no temporary chat between userid and external_userid')
    }
    return {}
  },
  { missing: { userid: 41009, external_userid: 41035 } },
)
