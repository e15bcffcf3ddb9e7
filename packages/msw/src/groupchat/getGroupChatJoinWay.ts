import { getGroupChatJoinWayEndpoint } from '@wecom/groupchat'
import { type Served, serve } from '../serve/serve.ts'

export const getGroupChatJoinWayServed: Served = serve(
  getGroupChatJoinWayEndpoint,
  (tenant, { config_id }, { app }) => {
    const { app: _creator, ...join_way } = tenant.joinWays.get(app, config_id)
    return { join_way }
  },
  { missing: { config_id: 41043 } },
)
