import type { Served } from '../serve/serve.ts'
import { cancelMassMessageServed } from './cancelMassMessage.ts'
import { createGroupWelcomeTemplateServed } from './createGroupWelcomeTemplate.ts'
import { createMassMessageServed } from './createMassMessage.ts'
import { deleteGroupWelcomeTemplateServed } from './deleteGroupWelcomeTemplate.ts'
import { getGroupWelcomeTemplateServed } from './getGroupWelcomeTemplate.ts'
import { getMassMessageResultLegacyServed } from './getMassMessageResultLegacy.ts'
import { listMassMessageSendResultsServed } from './listMassMessageSendResults.ts'
import { listMassMessageTasksServed } from './listMassMessageTasks.ts'
import { listMassMessagesServed } from './listMassMessages.ts'
import { remindMassMessageServed } from './remindMassMessage.ts'
import { sendWelcomeMessageServed } from './sendWelcomeMessage.ts'
import { updateGroupWelcomeTemplateServed } from './updateGroupWelcomeTemplate.ts'

/** The endpoints of `@wecom/messages`, all of them. */
export const messagesServed: readonly Served[] = [
  cancelMassMessageServed,
  createGroupWelcomeTemplateServed,
  createMassMessageServed,
  deleteGroupWelcomeTemplateServed,
  getGroupWelcomeTemplateServed,
  getMassMessageResultLegacyServed,
  listMassMessageSendResultsServed,
  listMassMessageTasksServed,
  listMassMessagesServed,
  remindMassMessageServed,
  sendWelcomeMessageServed,
  updateGroupWelcomeTemplateServed,
]
