import { remindMassMessageEndpoint } from '@wecom/messages'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { findRunningMassMessage } from './findMassMessage.ts'

const maxReminders = 3
const day = 24 * 3600

export const remindMassMessageServed: Served = serve(
  remindMassMessageEndpoint,
  (tenant, { msgid }, { app }) => {
    const message = findRunningMassMessage(tenant, app, msgid)
    const now = tenant.clock.seconds()
    const { reminded_at = [] } = message
    if (reminded_at.filter((time) => time > now - day).length >= maxReminders) throw new Refusal(41094)
    message.reminded_at = [...reminded_at, now]
    return {}
  },
  { missing: { msgid: 41046 } },
)
