import { convertGroupChatExternalUseridsEndpoint } from '@wecom/groupchat'
import { fromServiceId, toServiceId } from '../tenant/serviceIds.ts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { findInChat } from '../tenant/groupChats.ts'
import { isTemplate } from '../tenant/provider.ts'
import { visibleGroupChat } from './visibleGroupChats.ts'

export const convertGroupChatExternalUseridsServed: Served = serve(
  convertGroupChatExternalUseridsEndpoint,
  (tenant, { chat_id, external_userid_list }, { app }) => {
    if (app.suite_id === undefined) throw new Refusal(48002)
    // Third-party apps may not ask any more once the migration is finished.
    if (!isTemplate(app.suite_id) && tenant.provider.get()?.migrated.includes(3)) throw new Refusal(48002)
    const chat = visibleGroupChat(tenant, app, chat_id)
    return {
      items: external_userid_list.map((external_userid) => {
        const new_external_userid = toServiceId(external_userid)
        if (findInChat(chat, fromServiceId(new_external_userid))?.type !== 2) throw new Refusal(40096)
        return { external_userid, new_external_userid }
      }),
    }
  },
  { empty: { items: [] }, convertsIds: true },
)
