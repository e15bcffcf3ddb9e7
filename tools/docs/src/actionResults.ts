import type { People } from '@wecom/mock'

type FieldType = 'text' | 'text[]' | 'object' | 'object[]'

/**
 * Types of the fields in the result of each action of `corp.people`, except `events`, which every result has. The
 * compiler reports a name that is missing or wrong.
 */
export const actionResults: {
  readonly [Name in keyof People]: Readonly<Record<Exclude<keyof ReturnType<People[Name]>, 'events'>, FieldType>>
} = {
  adminCreatesTags: { group_id: 'text', tag_id: 'text[]' },
  adminDeletesTags: { tag_group: 'object[]' },
  adminHidesMember: { visible: 'object' },
  adminRenamesTag: { tag_group: 'object' },
  adminReordersTags: { tag_group: 'object' },
  adminShowsMember: { visible: 'object' },
  adminDeletesAcquisitionLink: { link: 'object' },
  corpAuthorizesSuite: { auth_code: 'text' },
  corpBuysAcquisitionQuota: { quota: 'object' },
  corpCancelsSuite: {},
  customerAcceptsMember: { follow: 'object' },
  customerAddsMember: { external_userid: 'text' },
  customerAgreesToArchive: { follow: 'object' },
  customerCommentsOnMoment: { comment: 'object' },
  customerDeletesMember: { parting: 'object' },
  customerJoinsGroup: { external_userid: 'text' },
  customerLeavesGroup: { group_chat: 'object' },
  customerLikesMoment: { like: 'object' },
  customerRefusesTransfer: { transfer: 'object' },
  customerScansContactWay: { userid: 'text', external_userid: 'text' },
  customerUsesAcquisitionLink: { userid: 'text', external_userid: 'text' },
  customerScansJoinWay: { external_userid: 'text', chat_id: 'text' },
  customerWritesToMember: { message: 'object' },
  groupChanges: { group_chat: 'object' },
  groupDismissed: { group_chat: 'object' },
  groupMessageSent: { message: 'object' },
  mediaDownloadFails: { job: 'object' },
  memberAcceptsCustomer: { follow: 'object' },
  memberAddsCustomer: { external_userid: 'text' },
  memberCommentsOnMoment: { comment: 'object' },
  memberConfirmsMassMessage: { deliveries: 'object[]' },
  memberDeletesCustomer: { parting: 'object' },
  memberDeletesMoment: { moment: 'object' },
  memberEditsRemark: { follow: 'object' },
  memberGetsCustomerContact: { member: 'object' },
  memberIgnoresMassMessage: { task: 'object' },
  memberIgnoresMoment: { publication: 'object' },
  memberJoinsGroup: { group_chat: 'object' },
  memberLeaves: { member: 'object' },
  memberLeavesGroup: { group_chat: 'object' },
  memberLikesMoment: { like: 'object' },
  memberOpensGroup: { chat_id: 'text' },
  memberPostsMoment: { external_userid: 'text[]', moment_id: 'text' },
  memberPublishesMoment: { external_userid: 'text[]' },
  memberSendsMassMessage: { deliveries: 'object[]', msgid: 'text' },
  memberTagsCustomer: { follow: 'object' },
  memberWritesToCustomer: { message: 'object' },
  ownerChanges: { group_chat: 'object' },
  providerResetsPermanentCode: { auth_code: 'text' },
  suiteTicketPushed: { suite_ticket: 'text' },
}
