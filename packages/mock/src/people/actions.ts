import * as v from 'valibot'
import type { Corp } from '../state/Corp.ts'
import {
  customerAcceptsMember,
  customerAddsMember,
  customerAddsMemberSchema,
  customerDeletesMember,
  customerRefusesTransfer,
  customerRefusesTransferSchema,
  memberAcceptsCustomer,
  memberAddsCustomer,
  memberAddsCustomerSchema,
  memberDeletesCustomer,
} from './contacts.ts'
import {
  adminCreatesTags,
  adminCreatesTagsSchema,
  adminDeletesAcquisitionLink,
  adminDeletesAcquisitionLinkSchema,
  adminDeletesTags,
  adminDeletesTagsSchema,
  adminRenamesTag,
  adminRenamesTagSchema,
  adminReordersTags,
  adminReordersTagsSchema,
  corpAuthorizesSuite,
  corpBuysAcquisitionQuota,
  corpBuysAcquisitionQuotaSchema,
  corpCancelsSuite,
  providerResetsPermanentCode,
  mediaDownloadFails,
  mediaDownloadFailsSchema,
  suiteTicketPushed,
} from './corp.ts'
import {
  customerJoinsGroup,
  customerJoinsGroupSchema,
  customerLeavesGroup,
  customerLeavesGroupSchema,
  customerScansJoinWay,
  customerScansJoinWaySchema,
  groupChanges,
  groupChangesSchema,
  groupDismissed,
  groupDismissedSchema,
  groupMessageSent,
  groupMessageSentSchema,
  memberJoinsGroup,
  memberJoinsGroupSchema,
  memberLeavesGroup,
  memberLeavesGroupSchema,
  memberOpensGroup,
  memberOpensGroupSchema,
  ownerChanges,
  ownerChangesSchema,
} from './groups.ts'
import { momentOfCustomerSchema, momentOfMemberSchema, type Outcome, pairSchema, whichSuiteSchema } from './known.ts'
import {
  customerAgreesToArchive,
  customerWritesToMember,
  memberEditsRemark,
  memberEditsRemarkSchema,
  memberGetsCustomerContact,
  memberGetsCustomerContactSchema,
  memberLeaves,
  memberLeavesSchema,
  memberTagsCustomer,
  memberTagsCustomerSchema,
  memberWritesToCustomer,
} from './members.ts'
import {
  massMessageAskSchema,
  memberConfirmsMassMessage,
  memberConfirmsMassMessageSchema,
  memberIgnoresMassMessage,
  memberSendsMassMessage,
  memberSendsMassMessageSchema,
} from './messages.ts'
import {
  customerCommentsOnMoment,
  customerLikesMoment,
  memberCommentsOnMoment,
  memberDeletesMoment,
  memberIgnoresMoment,
  memberLikesMoment,
  memberPostsMoment,
  memberPostsMomentSchema,
  memberPublishesMoment,
  momentOfColleagueSchema,
} from './moments.ts'
import {
  customerScansContactWay,
  customerScansContactWaySchema,
  customerUsesAcquisitionLink,
  customerUsesAcquisitionLinkSchema,
} from './sources.ts'
import { adminHidesMember, adminShowsMember, memberOfRangeSchema } from './visibleRange.ts'

/** Function that runs one action in the fake corp, e.g. `customerAddsMember`. */
export interface Action {
  /**
   * Checks the input and runs the action.
   *
   * @throws {v.ValiError} the input does not match the schema.
   */
  (corp: Corp, input: unknown): Outcome
  readonly schema: v.GenericSchema
  /** Runs the action, but does not check the input. Pass only input that matches the schema. */
  readonly act: (corp: Corp, input: unknown) => Outcome
}

interface Acts {
  readonly adminCreatesTags: typeof adminCreatesTags
  readonly adminDeletesTags: typeof adminDeletesTags
  readonly adminHidesMember: typeof adminHidesMember
  readonly adminRenamesTag: typeof adminRenamesTag
  readonly adminReordersTags: typeof adminReordersTags
  readonly adminShowsMember: typeof adminShowsMember
  readonly adminDeletesAcquisitionLink: typeof adminDeletesAcquisitionLink
  readonly corpAuthorizesSuite: typeof corpAuthorizesSuite
  readonly corpBuysAcquisitionQuota: typeof corpBuysAcquisitionQuota
  readonly corpCancelsSuite: typeof corpCancelsSuite
  readonly customerAcceptsMember: typeof customerAcceptsMember
  readonly customerAddsMember: typeof customerAddsMember
  readonly customerAgreesToArchive: typeof customerAgreesToArchive
  readonly customerCommentsOnMoment: typeof customerCommentsOnMoment
  readonly customerDeletesMember: typeof customerDeletesMember
  readonly customerJoinsGroup: typeof customerJoinsGroup
  readonly customerLeavesGroup: typeof customerLeavesGroup
  readonly customerLikesMoment: typeof customerLikesMoment
  readonly customerRefusesTransfer: typeof customerRefusesTransfer
  readonly customerScansContactWay: typeof customerScansContactWay
  readonly customerUsesAcquisitionLink: typeof customerUsesAcquisitionLink
  readonly customerScansJoinWay: typeof customerScansJoinWay
  readonly customerWritesToMember: typeof customerWritesToMember
  readonly groupChanges: typeof groupChanges
  readonly groupDismissed: typeof groupDismissed
  readonly groupMessageSent: typeof groupMessageSent
  readonly mediaDownloadFails: typeof mediaDownloadFails
  readonly memberAcceptsCustomer: typeof memberAcceptsCustomer
  readonly memberAddsCustomer: typeof memberAddsCustomer
  readonly memberCommentsOnMoment: typeof memberCommentsOnMoment
  readonly memberConfirmsMassMessage: typeof memberConfirmsMassMessage
  readonly memberDeletesCustomer: typeof memberDeletesCustomer
  readonly memberDeletesMoment: typeof memberDeletesMoment
  readonly memberEditsRemark: typeof memberEditsRemark
  readonly memberGetsCustomerContact: typeof memberGetsCustomerContact
  readonly memberIgnoresMassMessage: typeof memberIgnoresMassMessage
  readonly memberIgnoresMoment: typeof memberIgnoresMoment
  readonly memberJoinsGroup: typeof memberJoinsGroup
  readonly memberLeaves: typeof memberLeaves
  readonly memberLeavesGroup: typeof memberLeavesGroup
  readonly memberLikesMoment: typeof memberLikesMoment
  readonly memberOpensGroup: typeof memberOpensGroup
  readonly memberPostsMoment: typeof memberPostsMoment
  readonly memberPublishesMoment: typeof memberPublishesMoment
  readonly memberSendsMassMessage: typeof memberSendsMassMessage
  readonly memberTagsCustomer: typeof memberTagsCustomer
  readonly memberWritesToCustomer: typeof memberWritesToCustomer
  readonly ownerChanges: typeof ownerChanges
  readonly providerResetsPermanentCode: typeof providerResetsPermanentCode
  readonly suiteTicketPushed: typeof suiteTicketPushed
}

/** Type of `corp.people`: each method simulates an action of a member, customer or admin, and returns its events. */
export type People = {
  readonly [Name in keyof Acts]: (input: Parameters<Acts[Name]>[1]) => ReturnType<Acts[Name]>
}

/** All kinds of actions, by name. The mock server runs an action when it receives `POST /__corp/people/<name>`. */
export const actions: Readonly<Record<keyof Acts, Action>> = {
  adminCreatesTags: action(adminCreatesTags, adminCreatesTagsSchema),
  adminDeletesTags: action(adminDeletesTags, adminDeletesTagsSchema),
  adminHidesMember: action(adminHidesMember, memberOfRangeSchema),
  adminRenamesTag: action(adminRenamesTag, adminRenamesTagSchema),
  adminReordersTags: action(adminReordersTags, adminReordersTagsSchema),
  adminShowsMember: action(adminShowsMember, memberOfRangeSchema),
  adminDeletesAcquisitionLink: action(adminDeletesAcquisitionLink, adminDeletesAcquisitionLinkSchema),
  corpAuthorizesSuite: action(corpAuthorizesSuite, whichSuiteSchema),
  corpBuysAcquisitionQuota: action(corpBuysAcquisitionQuota, corpBuysAcquisitionQuotaSchema),
  corpCancelsSuite: action(corpCancelsSuite, whichSuiteSchema),
  customerAcceptsMember: action(customerAcceptsMember, pairSchema),
  customerAddsMember: action(customerAddsMember, customerAddsMemberSchema),
  customerAgreesToArchive: action(customerAgreesToArchive, pairSchema),
  customerCommentsOnMoment: action(customerCommentsOnMoment, momentOfCustomerSchema),
  customerDeletesMember: action(customerDeletesMember, pairSchema),
  customerJoinsGroup: action(customerJoinsGroup, customerJoinsGroupSchema),
  customerLeavesGroup: action(customerLeavesGroup, customerLeavesGroupSchema),
  customerLikesMoment: action(customerLikesMoment, momentOfCustomerSchema),
  customerRefusesTransfer: action(customerRefusesTransfer, customerRefusesTransferSchema),
  customerScansContactWay: action(customerScansContactWay, customerScansContactWaySchema),
  customerUsesAcquisitionLink: action(customerUsesAcquisitionLink, customerUsesAcquisitionLinkSchema),
  customerScansJoinWay: action(customerScansJoinWay, customerScansJoinWaySchema),
  customerWritesToMember: action(customerWritesToMember, pairSchema),
  groupChanges: action(groupChanges, groupChangesSchema),
  groupDismissed: action(groupDismissed, groupDismissedSchema),
  groupMessageSent: action(groupMessageSent, groupMessageSentSchema),
  mediaDownloadFails: action(mediaDownloadFails, mediaDownloadFailsSchema),
  memberAcceptsCustomer: action(memberAcceptsCustomer, pairSchema),
  memberAddsCustomer: action(memberAddsCustomer, memberAddsCustomerSchema),
  memberCommentsOnMoment: action(memberCommentsOnMoment, momentOfColleagueSchema),
  memberConfirmsMassMessage: action(memberConfirmsMassMessage, memberConfirmsMassMessageSchema),
  memberDeletesCustomer: action(memberDeletesCustomer, pairSchema),
  memberDeletesMoment: action(memberDeletesMoment, momentOfMemberSchema),
  memberEditsRemark: action(memberEditsRemark, memberEditsRemarkSchema),
  memberGetsCustomerContact: action(memberGetsCustomerContact, memberGetsCustomerContactSchema),
  memberIgnoresMassMessage: action(memberIgnoresMassMessage, massMessageAskSchema),
  memberIgnoresMoment: action(memberIgnoresMoment, momentOfMemberSchema),
  memberJoinsGroup: action(memberJoinsGroup, memberJoinsGroupSchema),
  memberLeaves: action(memberLeaves, memberLeavesSchema),
  memberLeavesGroup: action(memberLeavesGroup, memberLeavesGroupSchema),
  memberLikesMoment: action(memberLikesMoment, momentOfColleagueSchema),
  memberOpensGroup: action(memberOpensGroup, memberOpensGroupSchema),
  memberPostsMoment: action(memberPostsMoment, memberPostsMomentSchema),
  memberPublishesMoment: action(memberPublishesMoment, momentOfMemberSchema),
  memberSendsMassMessage: action(memberSendsMassMessage, memberSendsMassMessageSchema),
  memberTagsCustomer: action(memberTagsCustomer, memberTagsCustomerSchema),
  memberWritesToCustomer: action(memberWritesToCustomer, pairSchema),
  ownerChanges: action(ownerChanges, ownerChangesSchema),
  providerResetsPermanentCode: action(providerResetsPermanentCode, whichSuiteSchema),
  suiteTicketPushed: action(suiteTicketPushed, whichSuiteSchema),
}

function action<Input>(act: (corp: Corp, input: Input) => Outcome, schema: v.GenericSchema<Input>): Action {
  return Object.assign((corp: Corp, input: unknown) => act(corp, v.parse(schema, input)), {
    schema,
    // The types of `People` check the input.
    act: (corp: Corp, input: unknown) => act(corp, input as Input),
  })
}

export function createPeople(corp: Corp): People {
  const bound = Object.entries(actions).map(([name, { act }]) => [name, (input: unknown) => act(corp, input)])
  return Object.fromEntries(bound) as People
}
