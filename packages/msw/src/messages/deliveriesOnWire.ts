import type { MassMessageDelivery } from '@wecom/messages'
import type { MassMessageTask } from '../tenant/massMessages.ts'

/** What became of one member's part of a mass message. A group is told of only once it was sent to. */
export function deliveriesOnWire({ userid, deliveries }: MassMessageTask): MassMessageDelivery[] {
  return deliveries
    .filter(({ chat_id, status }) => chat_id === undefined || status === 1)
    .map(({ external_userid, chat_id, status, send_time }) => ({
      ...(external_userid === undefined ? { chat_id } : { external_userid }),
      userid,
      status,
      ...(send_time !== undefined && { send_time }),
    }))
}
