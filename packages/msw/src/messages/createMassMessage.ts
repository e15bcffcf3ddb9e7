import { createMassMessageEndpoint } from '@wecom/messages'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { checkAttachments } from './checkAttachments.ts'
import { keepContent } from './keepContent.ts'
import { receiversInContacts } from './receiversInContacts.ts'
import { receiversInGroupChats } from './receiversInGroupChats.ts'

export const createMassMessageServed: Served = serve(
  createMassMessageEndpoint,
  (tenant, params, { app }) => {
    const content = keepContent(params)
    checkAttachments(tenant, content.attachments)
    const { tasks, fail_list } =
      params.chat_type === 'group'
        ? receiversInGroupChats(tenant, app, params)
        : receiversInContacts(tenant, app, params)
    if (tasks.length === 0) throw new Refusal(41048)
    const { msgid } = tenant.massMessages.add({
      chat_type: params.chat_type ?? 'single',
      create_type: 0,
      ...content,
      ...(params.chat_type !== 'group' && params.allow_select && { allow_select: true }),
      tasks,
    })
    return { fail_list, msgid }
  },
  { invalid: { attachments: 41064, 'attachments.msgtype': 41065 }, empty: { fail_list: [] } },
)
