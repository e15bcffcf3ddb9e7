import { convertUnionidToCorpGroupPendingIdEndpoint } from '@wecom/id-convert'
import { type Served, serve } from '../serve/serve.ts'
import { checkUnionid } from './customersInSight.ts'

export const convertUnionidToCorpGroupPendingIdServed: Served = serve(
  convertUnionidToCorpGroupPendingIdEndpoint,
  (tenant, { unionid }) => {
    checkUnionid(unionid)
    return { pending_id: tenant.pendingIds.ask('upstream', unionid) }
  },
  { missing: { unionid: 610014 } },
)
