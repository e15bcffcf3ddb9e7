import { sendWelcomeMessageEndpoint } from '@wecom/messages'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { checkAttachments } from './checkAttachments.ts'
import { keepContent } from './keepContent.ts'

export const sendWelcomeMessageServed: Served = serve(
  sendWelcomeMessageEndpoint,
  (tenant, { welcome_code, ...content }, { app, delayMs }) => {
    const { userid, external_userid } = tenant.welcomeCodes.check(app, welcome_code)
    const member = tenant.members.find(userid)
    if (!member || !tenant.members.isVisible(app, member)) throw new Refusal(60011)
    if (tenant.conversations.haveTalked(userid, external_userid)) throw new Refusal(41051)
    const follow = tenant.follows.find(userid, external_userid)
    if (member.chats_archived && follow?.archive_agreed_at === undefined) throw new Refusal(41053)
    checkAttachments(tenant, keepContent(content).attachments)
    tenant.welcomeCodes.use(app, welcome_code, delayMs)
    return {}
  },
  { missing: { welcome_code: 41049 }, invalid: { attachments: 41064, 'attachments.msgtype': 41065 } },
)
