import * as v from 'valibot'
import type { Tenant } from '../tenant/Tenant.ts'
import { adminCreatesTags, adminCreatesTagsSchema } from './adminCreatesTags.ts'
import { adminDeletesTags, adminDeletesTagsSchema } from './adminDeletesTags.ts'
import { adminRenamesTag, adminRenamesTagSchema } from './adminRenamesTag.ts'
import { adminReordersTags, adminReordersTagsSchema } from './adminReordersTags.ts'
import { adminDeletesAcquisitionLink, adminDeletesAcquisitionLinkSchema } from './adminDeletesAcquisitionLink.ts'
import { corpAuthorizesSuite } from './corpAuthorizesSuite.ts'
import { corpBuysAcquisitionQuota, corpBuysAcquisitionQuotaSchema } from './corpBuysAcquisitionQuota.ts'
import { corpCancelsSuite } from './corpCancelsSuite.ts'
import { customerAcceptsMember } from './customerAcceptsMember.ts'
import { customerAddsMember, customerAddsMemberSchema } from './customerAddsMember.ts'
import { customerAgreesToArchive } from './customerAgreesToArchive.ts'
import { customerCommentsOnMoment } from './customerCommentsOnMoment.ts'
import { customerDeletesMember } from './customerDeletesMember.ts'
import { customerJoinsGroup, customerJoinsGroupSchema } from './customerJoinsGroup.ts'
import { customerLeavesGroup, customerLeavesGroupSchema } from './customerLeavesGroup.ts'
import { customerLikesMoment } from './customerLikesMoment.ts'
import { customerRefusesTransfer, customerRefusesTransferSchema } from './customerRefusesTransfer.ts'
import { customerScansJoinWay, customerScansJoinWaySchema } from './customerScansJoinWay.ts'
import { customerWritesToMember } from './customerWritesToMember.ts'
import { groupChanges, groupChangesSchema } from './groupChanges.ts'
import { groupDismissed, groupDismissedSchema } from './groupDismissed.ts'
import { groupMessageSent, groupMessageSentSchema } from './groupMessageSent.ts'
import { customerScansContactWay, customerScansContactWaySchema } from './customerScansContactWay.ts'
import { customerUsesAcquisitionLink, customerUsesAcquisitionLinkSchema } from './customerUsesAcquisitionLink.ts'
import { massMessageAskSchema } from './massMessageTask.ts'
import { mediaDownloadFails, mediaDownloadFailsSchema } from './mediaDownloadFails.ts'
import { memberAcceptsCustomer } from './memberAcceptsCustomer.ts'
import { memberAddsCustomer, memberAddsCustomerSchema } from './memberAddsCustomer.ts'
import { memberCommentsOnMoment, momentOfColleagueSchema } from './memberCommentsOnMoment.ts'
import { memberConfirmsMassMessage, memberConfirmsMassMessageSchema } from './memberConfirmsMassMessage.ts'
import { memberDeletesCustomer } from './memberDeletesCustomer.ts'
import { memberDeletesMoment } from './memberDeletesMoment.ts'
import { memberEditsRemark, memberEditsRemarkSchema } from './memberEditsRemark.ts'
import { memberIgnoresMassMessage } from './memberIgnoresMassMessage.ts'
import { memberIgnoresMoment } from './memberIgnoresMoment.ts'
import { memberJoinsGroup, memberJoinsGroupSchema } from './memberJoinsGroup.ts'
import { memberLeaves, memberLeavesSchema } from './memberLeaves.ts'
import { memberLeavesGroup, memberLeavesGroupSchema } from './memberLeavesGroup.ts'
import { memberLikesMoment } from './memberLikesMoment.ts'
import { memberOpensGroup, memberOpensGroupSchema } from './memberOpensGroup.ts'
import { memberPostsMoment, memberPostsMomentSchema } from './memberPostsMoment.ts'
import { memberPublishesMoment } from './memberPublishesMoment.ts'
import { memberSendsMassMessage, memberSendsMassMessageSchema } from './memberSendsMassMessage.ts'
import { memberTagsCustomer, memberTagsCustomerSchema } from './memberTagsCustomer.ts'
import { memberWritesToCustomer } from './memberWritesToCustomer.ts'
import { ownerChanges, ownerChangesSchema } from './ownerChanges.ts'
import { pairSchema } from './pair.ts'
import type { Outcome } from './people.ts'
import { whichSuiteSchema } from './suite.ts'
import { suiteTicketPushed } from './suiteTicketPushed.ts'
import { momentOfCustomerSchema, momentOfMemberSchema } from './whichMoment.ts'

/** Something that people do, with input that nobody has checked yet. */
export interface Action {
  (tenant: Tenant, input: unknown): Outcome
  /** What the input has to be. */
  readonly schema: v.GenericSchema
}

/** Everything that people can do, by the name that `POST /__tenant/people/<name>` takes. */
export const actions: Readonly<Record<string, Action>> = {
  adminCreatesTags: action(adminCreatesTags, adminCreatesTagsSchema),
  adminDeletesTags: action(adminDeletesTags, adminDeletesTagsSchema),
  adminRenamesTag: action(adminRenamesTag, adminRenamesTagSchema),
  adminReordersTags: action(adminReordersTags, adminReordersTagsSchema),
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
  suiteTicketPushed: action(suiteTicketPushed, whichSuiteSchema),
}

function action<Input>(act: (tenant: Tenant, input: Input) => Outcome, schema: v.GenericSchema<Input>): Action {
  return Object.assign((tenant: Tenant, input: unknown) => act(tenant, v.parse(schema, input)), { schema })
}
