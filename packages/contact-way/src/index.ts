export {
  closeTempChat,
  closeTempChatEndpoint,
  type CloseTempChatParams,
  type CloseTempChatResult,
} from './closeTempChat.ts'
export {
  createContactWay,
  createContactWayEndpoint,
  type CreateContactWayParams,
  type CreateContactWayResult,
} from './createContactWay.ts'
export {
  deleteContactWay,
  deleteContactWayEndpoint,
  type DeleteContactWayParams,
  type DeleteContactWayResult,
} from './deleteContactWay.ts'
export {
  type ContactWay,
  getContactWay,
  getContactWayEndpoint,
  type GetContactWayParams,
  type GetContactWayResult,
} from './getContactWay.ts'
export {
  listContactWays,
  listContactWaysEndpoint,
  type ListContactWaysParams,
  type ListContactWaysResult,
  type ListedContactWay,
} from './listContactWays.ts'
export type {
  ConclusionImage,
  ConclusionLink,
  ConclusionMiniprogram,
  ConclusionText,
  ContactWayConclusions,
} from './schemas/contactWayConclusions.ts'
export type { ConclusionImageParams, ContactWayConclusionsParams } from './schemas/contactWayConclusionsParams.ts'
export type { ContactWaySettings } from './schemas/contactWaySettings.ts'
export {
  updateContactWay,
  updateContactWayEndpoint,
  type UpdateContactWayParams,
  type UpdateContactWayResult,
} from './updateContactWay.ts'
