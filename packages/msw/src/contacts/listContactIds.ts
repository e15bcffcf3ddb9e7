import { listContactIdsEndpoint } from '@wecom/contacts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { followsOfMember } from './visibleFollows.ts'

export const listContactIdsServed: Served = serve(
  listContactIdsEndpoint,
  (tenant, { userid }, { app }) => {
    if (!/^[\w.@-]{1,64}$/.test(userid)) throw new Refusal(40003)
    const member = tenant.members.find(userid)
    if (!member) throw new Refusal(60111, `userid not found: ${userid}`)
    if (member.resigned_at) throw new Refusal(40003)
    if (!tenant.members.isVisible(app, member)) throw new Refusal(60011)
    const follows = followsOfMember(tenant, member)
    if (follows.length === 0) throw new Refusal(84061)
    return { external_userid: follows.map(({ external_userid }) => external_userid) }
  },
  {
    missing: { userid: 41009 },
    invalid: { userid: 40003 },
    empty: { external_userid: [] },
    olderPath: { path: '/cgi-bin/crm/get_external_contact_list' },
  },
)
