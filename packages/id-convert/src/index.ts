export {
  applyMassCallTicket,
  applyMassCallTicketEndpoint,
  type ApplyMassCallTicketParams,
  type ApplyMassCallTicketResult,
} from './applyMassCallTicket.ts'
export {
  convertChatIds,
  convertChatIdsEndpoint,
  type ConvertChatIdsParams,
  type ConvertChatIdsResult,
  type ConvertedChatId,
} from './convertChatIds.ts'
export {
  convertCorpGroupExternalUseridsToPendingIds,
  convertCorpGroupExternalUseridsToPendingIdsEndpoint,
  type ConvertCorpGroupExternalUseridsToPendingIdsParams,
  type ConvertCorpGroupExternalUseridsToPendingIdsResult,
} from './convertCorpGroupExternalUseridsToPendingIds.ts'
export {
  type ConvertedExternalTagid,
  convertExternalTagids,
  convertExternalTagidsEndpoint,
  type ConvertExternalTagidsParams,
  type ConvertExternalTagidsResult,
} from './convertExternalTagids.ts'
export {
  convertExternalUseridsToPendingIds,
  convertExternalUseridsToPendingIdsEndpoint,
  type ConvertExternalUseridsToPendingIdsParams,
  type ConvertExternalUseridsToPendingIdsResult,
} from './convertExternalUseridsToPendingIds.ts'
export {
  convertExternalUseridToOpenid,
  convertExternalUseridToOpenidEndpoint,
  type ConvertExternalUseridToOpenidParams,
  type ConvertExternalUseridToOpenidResult,
} from './convertExternalUseridToOpenid.ts'
export {
  convertFromServiceExternalUserid,
  convertFromServiceExternalUseridEndpoint,
  type ConvertFromServiceExternalUseridParams,
  type ConvertFromServiceExternalUseridResult,
} from './convertFromServiceExternalUserid.ts'
export {
  type ConvertedTmpExternalUserid,
  convertTmpExternalUserids,
  convertTmpExternalUseridsEndpoint,
  type ConvertTmpExternalUseridsParams,
  type ConvertTmpExternalUseridsResult,
} from './convertTmpExternalUserids.ts'
export {
  convertToServiceExternalUserid,
  convertToServiceExternalUseridEndpoint,
  type ConvertToServiceExternalUseridParams,
  type ConvertToServiceExternalUseridResult,
} from './convertToServiceExternalUserid.ts'
export {
  convertUnionidToCorpExternalUseridsLegacy,
  convertUnionidToCorpExternalUseridsLegacyEndpoint,
  type ConvertUnionidToCorpExternalUseridsLegacyParams,
  type ConvertUnionidToCorpExternalUseridsLegacyResult,
} from './convertUnionidToCorpExternalUseridsLegacy.ts'
export {
  convertUnionidToCorpGroupExternalUserids,
  convertUnionidToCorpGroupExternalUseridsEndpoint,
  type ConvertUnionidToCorpGroupExternalUseridsParams,
  type ConvertUnionidToCorpGroupExternalUseridsResult,
} from './convertUnionidToCorpGroupExternalUserids.ts'
export {
  convertUnionidToCorpGroupPendingId,
  convertUnionidToCorpGroupPendingIdEndpoint,
  type ConvertUnionidToCorpGroupPendingIdParams,
  type ConvertUnionidToCorpGroupPendingIdResult,
} from './convertUnionidToCorpGroupPendingId.ts'
export {
  convertUnionidToExternalUserid,
  convertUnionidToExternalUseridEndpoint,
  type ConvertUnionidToExternalUseridParams,
  type ConvertUnionidToExternalUseridResult,
} from './convertUnionidToExternalUserid.ts'
export {
  convertUnionidToExternalUseridLegacy,
  convertUnionidToExternalUseridLegacyEndpoint,
  type ConvertUnionidToExternalUseridLegacyParams,
  type ConvertUnionidToExternalUseridLegacyResult,
} from './convertUnionidToExternalUseridLegacy.ts'
export {
  finishExternalUseridMigration,
  finishExternalUseridMigrationEndpoint,
  type FinishExternalUseridMigrationParams,
  type FinishExternalUseridMigrationResult,
} from './finishExternalUseridMigration.ts'
export {
  finishOpenidMigration,
  finishOpenidMigrationEndpoint,
  type FinishOpenidMigrationParams,
  type FinishOpenidMigrationResult,
} from './finishOpenidMigration.ts'
export {
  getNewExternalUserids,
  getNewExternalUseridsEndpoint,
  type GetNewExternalUseridsParams,
  type GetNewExternalUseridsResult,
  type NewExternalUserid,
} from './getNewExternalUserids.ts'
export {
  getOpenidMigration,
  getOpenidMigrationEndpoint,
  type GetOpenidMigrationParams,
  type GetOpenidMigrationResult,
  type OpenidMigration,
} from './getOpenidMigration.ts'
export { type PartitionedPendingIds, partitionPendingIds } from './partitionPendingIds.ts'
export { type PartitionedTmpExternalUserids, partitionTmpExternalUserids } from './partitionTmpExternalUserids.ts'
export type { CorpExternalUserid } from './schemas/corpExternalUserid.ts'
export type { KnownPendingId } from './schemas/knownPendingId.ts'
export type { WechatUser } from './schemas/wechatUser.ts'
export {
  scheduleChatIdUpgrade,
  scheduleChatIdUpgradeEndpoint,
  type ScheduleChatIdUpgradeParams,
  type ScheduleChatIdUpgradeResult,
} from './scheduleChatIdUpgrade.ts'
export {
  upgradeChatIdsForNewCorps,
  upgradeChatIdsForNewCorpsEndpoint,
  type UpgradeChatIdsForNewCorpsParams,
  type UpgradeChatIdsForNewCorpsResult,
} from './upgradeChatIdsForNewCorps.ts'
