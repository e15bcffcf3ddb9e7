import { contactSteps } from './contactSteps.ts'
import { corpSteps } from './corpSteps.ts'
import { groupChatSteps } from './groupChatSteps.ts'
import { outreachSteps } from './outreachSteps.ts'
import type { Step } from './Step.ts'

// The order matters, because calls use ids from earlier answers.
export const plan: readonly Step[] = [...contactSteps, ...groupChatSteps, ...outreachSteps, ...corpSteps]

const file = 'the answer is a file, which has no fields'
const openid = 'no other call returns the openid that belongs to a unionid'

/**
 * Functions that read data, but that `verifyCorp` cannot call. The key is the name of the function, the value is the
 * reason.
 */
export const unreachable: Readonly<Record<string, string>> = {
  getMedia: file,
  getHdVoice: file,
  getMediaUploadResult: 'only uploadMediaByUrl returns a jobid',
  getMomentTaskResult: 'only createMomentTask returns a jobid',
  getGroupWelcomeTemplate: 'only createGroupWelcomeTemplate returns a template_id',
  getGroupChatJoinWay: 'only createGroupChatJoinWay returns a config_id',
  getAcquisitionChatInfo: 'only callbacks contain a chat_key',
  convertOpenGidToChatId: 'only mini programs receive an opengid',
  convertFromServiceExternalUserid: "only the provider's app knows its ids of customers",
  convertTmpExternalUserids: 'only other products of WeCom return temporary ids',
  convertUnionidToExternalUserid: openid,
  convertUnionidToExternalUseridLegacy: openid,
  convertUnionidToCorpGroupExternalUserids: openid,
  convertUnionidToCorpGroupPendingId: openid,
}
