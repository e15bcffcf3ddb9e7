export {
  batchGetContactsByUser,
  batchGetContactsByUserEndpoint,
  type BatchGetContactsByUserFailInfo,
  type BatchGetContactsByUserParams,
  type BatchGetContactsByUserResult,
  type FollowedContact,
  type FollowInfo,
} from './batchGetContactsByUser.ts'
export {
  type CheckedFollowUsers,
  checkFollowUsers,
  checkFollowUsersEndpoint,
  type CheckFollowUsersParams,
  type CheckFollowUsersResult,
} from './checkFollowUsers.ts'
export {
  createCustomerStrategy,
  createCustomerStrategyEndpoint,
  type CreateCustomerStrategyParams,
  type CreateCustomerStrategyResult,
} from './createCustomerStrategy.ts'
export {
  deleteCustomerStrategy,
  deleteCustomerStrategyEndpoint,
  type DeleteCustomerStrategyParams,
  type DeleteCustomerStrategyResult,
} from './deleteCustomerStrategy.ts'
export {
  type ContactDetail,
  getContact,
  getContactEndpoint,
  type GetContactParams,
  type GetContactResult,
  type SubscriberInfo,
} from './getContact.ts'
export {
  getContactTransferResultLegacy,
  getContactTransferResultLegacyEndpoint,
  type GetContactTransferResultLegacyParams,
  type GetContactTransferResultLegacyResult,
} from './getContactTransferResultLegacy.ts'
export {
  type CustomerStrategy,
  getCustomerStrategy,
  getCustomerStrategyEndpoint,
  type GetCustomerStrategyParams,
  type GetCustomerStrategyResult,
} from './getCustomerStrategy.ts'
export {
  iterateContacts,
  type IterateContactsOptions,
  type IterateContactsParams,
  type IteratedContact,
} from './iterateContacts.ts'
export {
  listContactIds,
  listContactIdsEndpoint,
  type ListContactIdsParams,
  type ListContactIdsResult,
} from './listContactIds.ts'
export {
  listContactTransferResults,
  listContactTransferResultsEndpoint,
  type ListContactTransferResultsParams,
  type ListContactTransferResultsResult,
} from './listContactTransferResults.ts'
export {
  listCustomerStrategies,
  listCustomerStrategiesEndpoint,
  type ListCustomerStrategiesParams,
  type ListCustomerStrategiesResult,
  type ListedCustomerStrategy,
} from './listCustomerStrategies.ts'
export {
  type CustomerStrategyRange,
  listCustomerStrategyRange,
  listCustomerStrategyRangeEndpoint,
  type ListCustomerStrategyRangeParams,
  type ListCustomerStrategyRangeResult,
} from './listCustomerStrategyRange.ts'
export {
  listFollowUsers,
  listFollowUsersEndpoint,
  type ListFollowUsersParams,
  type ListFollowUsersResult,
} from './listFollowUsers.ts'
export {
  listResignedContactTransferResults,
  listResignedContactTransferResultsEndpoint,
  type ListResignedContactTransferResultsParams,
  type ListResignedContactTransferResultsResult,
} from './listResignedContactTransferResults.ts'
export {
  listServedContacts,
  listServedContactsEndpoint,
  type ListServedContactsParams,
  type ListServedContactsResult,
  type ServedContact,
} from './listServedContacts.ts'
export {
  listUnassignedContacts,
  listUnassignedContactsEndpoint,
  type ListUnassignedContactsParams,
  type ListUnassignedContactsResult,
  type UnassignedContact,
} from './listUnassignedContacts.ts'
export { partitionContactTransfers, type PartitionedContactTransfers } from './partitionContactTransfers.ts'
export type { CustomerStrategyPrivilege } from './schemas/customerStrategyPrivilege.ts'
export type { CustomerStrategyPrivilegeParams } from './schemas/customerStrategyPrivilegeParams.ts'
export type { CustomerStrategyRangeParams } from './schemas/customerStrategyRangeParams.ts'
export type {
  ExternalAttribute,
  ExternalAttributeMiniprogram,
  ExternalAttributeText,
  ExternalAttributeWeb,
  ExternalContact,
  ExternalProfile,
} from './schemas/externalContact.ts'
export type { AddWay, FollowRelation, FollowUser, FollowUserTag, WechatChannels } from './schemas/followUser.ts'
export type { TransferEntry } from './schemas/transferEntry.ts'
export type { TransferredContact, TransferStatus } from './schemas/transferredContact.ts'
export {
  transferContactLegacy,
  transferContactLegacyEndpoint,
  type TransferContactLegacyParams,
  type TransferContactLegacyResult,
} from './transferContactLegacy.ts'
export {
  transferContacts,
  transferContactsEndpoint,
  type TransferContactsParams,
  type TransferContactsResult,
} from './transferContacts.ts'
export {
  transferResignedContacts,
  transferResignedContactsEndpoint,
  type TransferResignedContactsParams,
  type TransferResignedContactsResult,
} from './transferResignedContacts.ts'
export {
  updateContactRemark,
  updateContactRemarkEndpoint,
  type UpdateContactRemarkParams,
  type UpdateContactRemarkResult,
} from './updateContactRemark.ts'
export {
  updateCustomerStrategy,
  updateCustomerStrategyEndpoint,
  type UpdateCustomerStrategyParams,
  type UpdateCustomerStrategyResult,
} from './updateCustomerStrategy.ts'
