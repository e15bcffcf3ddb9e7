export {
  createAcquisitionLink,
  createAcquisitionLinkEndpoint,
  type CreateAcquisitionLinkParams,
  type CreateAcquisitionLinkResult,
  type CreatedAcquisitionLink,
} from './createAcquisitionLink.ts'
export {
  createAcquisitionOnceKeys,
  createAcquisitionOnceKeysEndpoint,
  type CreateAcquisitionOnceKeysParams,
  type CreateAcquisitionOnceKeysResult,
} from './createAcquisitionOnceKeys.ts'
export {
  deleteAcquisitionLink,
  deleteAcquisitionLinkEndpoint,
  type DeleteAcquisitionLinkParams,
  type DeleteAcquisitionLinkResult,
} from './deleteAcquisitionLink.ts'
export {
  type AcquisitionChatInfo,
  getAcquisitionChatInfo,
  getAcquisitionChatInfoEndpoint,
  type GetAcquisitionChatInfoParams,
  type GetAcquisitionChatInfoResult,
} from './getAcquisitionChatInfo.ts'
export {
  type AcquisitionComponentApp,
  getAcquisitionComponentAuth,
  getAcquisitionComponentAuthEndpoint,
  type GetAcquisitionComponentAuthParams,
  type GetAcquisitionComponentAuthResult,
} from './getAcquisitionComponentAuth.ts'
export {
  type AcquisitionLink,
  type AcquisitionPriorityOption,
  type AcquisitionRange,
  getAcquisitionLink,
  getAcquisitionLinkEndpoint,
  type GetAcquisitionLinkParams,
  type GetAcquisitionLinkResult,
} from './getAcquisitionLink.ts'
export {
  getAcquisitionPermit,
  getAcquisitionPermitEndpoint,
  type GetAcquisitionPermitParams,
  type GetAcquisitionPermitResult,
} from './getAcquisitionPermit.ts'
export {
  type AcquisitionQuota,
  getAcquisitionQuota,
  getAcquisitionQuotaEndpoint,
  type GetAcquisitionQuotaParams,
  type GetAcquisitionQuotaResult,
} from './getAcquisitionQuota.ts'
export {
  getAcquisitionStatistic,
  getAcquisitionStatisticEndpoint,
  type GetAcquisitionStatisticParams,
  type GetAcquisitionStatisticResult,
} from './getAcquisitionStatistic.ts'
export {
  type AcquisitionBill,
  listAcquisitionBills,
  listAcquisitionBillsEndpoint,
  type ListAcquisitionBillsParams,
  type ListAcquisitionBillsResult,
} from './listAcquisitionBills.ts'
export {
  type AcquisitionCustomer,
  listAcquisitionCustomers,
  listAcquisitionCustomersEndpoint,
  type ListAcquisitionCustomersParams,
  type ListAcquisitionCustomersResult,
} from './listAcquisitionCustomers.ts'
export {
  listAcquisitionLinks,
  listAcquisitionLinksEndpoint,
  type ListAcquisitionLinksParams,
  type ListAcquisitionLinksResult,
} from './listAcquisitionLinks.ts'
export type { AcquisitionLinkBase } from './schemas/acquisitionLinkBase.ts'
export type { AcquisitionPriorityOptionParams } from './schemas/acquisitionPriorityOptionParams.ts'
export type { AcquisitionRangeParams } from './schemas/acquisitionRangeParams.ts'
export {
  updateAcquisitionLink,
  updateAcquisitionLinkEndpoint,
  type UpdateAcquisitionLinkParams,
  type UpdateAcquisitionLinkResult,
} from './updateAcquisitionLink.ts'
