import { getAcquisitionChatInfoEndpoint } from '@wecom/acquisition'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'

export const getAcquisitionChatInfoServed: Served = serve(
  getAcquisitionChatInfoEndpoint,
  (tenant, { chat_key }, { app }) => {
    const { userid, external_userid, recv_msg_cnt, link_id, state = '' } = tenant.chatKeys.read(chat_key)
    if (tenant.acquisition.find(link_id)?.app !== app.name) throw new Refusal(41201)
    return { userid, external_userid, chat_info: { recv_msg_cnt, link_id, state } }
  },
)
