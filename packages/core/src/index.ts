export { createClient } from './client/createClient.ts'
export type { Client, ClientConfig, RequestOptions, RetryOptions } from './client/types.ts'
export type {
  AnyEndpoint,
  BodyEncoding,
  Download,
  Effect,
  Endpoint,
  PagedEndpoint,
  Pagination,
  TokenKind,
} from './endpoint/Endpoint.ts'
export type { NoParams } from './endpoint/NoParams.ts'
export {
  getAccessToken,
  getAccessTokenEndpoint,
  type GetAccessTokenParams,
  type GetAccessTokenResult,
} from './endpoints/getAccessToken.ts'
export {
  type AuthorizedCorpDetail,
  type DealerCorp,
  getAuthInfo,
  getAuthInfoEndpoint,
  type GetAuthInfoParams,
  type GetAuthInfoResult,
} from './endpoints/getAuthInfo.ts'
export {
  type AuthorizedCorpLegacy,
  getAuthInfoLegacy,
  getAuthInfoLegacyEndpoint,
  type GetAuthInfoLegacyParams,
  type GetAuthInfoLegacyResult,
} from './endpoints/getAuthInfoLegacy.ts'
export {
  getCorpAccessToken,
  getCorpAccessTokenEndpoint,
  type GetCorpAccessTokenParams,
  type GetCorpAccessTokenResult,
} from './endpoints/getCorpAccessToken.ts'
export {
  getPermanentCode,
  getPermanentCodeEndpoint,
  type GetPermanentCodeParams,
  type GetPermanentCodeResult,
  type RegisterCode,
} from './endpoints/getPermanentCode.ts'
export {
  getPermanentCodeLegacy,
  getPermanentCodeLegacyEndpoint,
  type GetPermanentCodeLegacyParams,
  type GetPermanentCodeLegacyResult,
  type RegisterCodeLegacy,
} from './endpoints/getPermanentCodeLegacy.ts'
export {
  getPreAuthCode,
  getPreAuthCodeEndpoint,
  type GetPreAuthCodeParams,
  type GetPreAuthCodeResult,
} from './endpoints/getPreAuthCode.ts'
export {
  getProviderAccessToken,
  getProviderAccessTokenEndpoint,
  type GetProviderAccessTokenParams,
  type GetProviderAccessTokenResult,
} from './endpoints/getProviderAccessToken.ts'
export {
  getSuiteAccessToken,
  getSuiteAccessTokenEndpoint,
  type GetSuiteAccessTokenParams,
  type GetSuiteAccessTokenResult,
} from './endpoints/getSuiteAccessToken.ts'
export {
  listApiDomainIps,
  listApiDomainIpsEndpoint,
  type ListApiDomainIpsParams,
  type ListApiDomainIpsResult,
} from './endpoints/listApiDomainIps.ts'
export {
  listCallbackIps,
  listCallbackIpsEndpoint,
  type ListCallbackIpsParams,
  type ListCallbackIpsResult,
} from './endpoints/listCallbackIps.ts'
export type {
  AppEditions,
  Authorization,
  AuthorizedAgent,
  AuthorizedAgentPrivilege,
  AuthorizedAgentSource,
} from './endpoints/schemas/authorization.ts'
export type { AuthorizedCorp, AuthorizedCorpProfile, CorpAliases } from './endpoints/schemas/authorizedCorp.ts'
export type { AuthorizedCorpParams } from './endpoints/schemas/authorizedCorpParams.ts'
export type { AuthorizingUser } from './endpoints/schemas/authorizingUser.ts'
export type { CorpIdentity } from './endpoints/schemas/corpIdentity.ts'
export {
  type AuthorizationSession,
  setSessionInfo,
  setSessionInfoEndpoint,
  type SetSessionInfoParams,
  type SetSessionInfoResult,
} from './endpoints/setSessionInfo.ts'
export { isApiError } from './errors/isApiError.ts'
export { type AnyWeComError, isWeComError } from './errors/isWeComError.ts'
export type { Issue } from './errors/Issue.ts'
export { WeComAbortError } from './errors/WeComAbortError.ts'
export { WeComApiError } from './errors/WeComApiError.ts'
export { WeComError } from './errors/WeComError.ts'
export { WeComHttpError } from './errors/WeComHttpError.ts'
export { WeComMismatchError } from './errors/WeComMismatchError.ts'
export { WeComNetworkError } from './errors/WeComNetworkError.ts'
export { WeComResponseError } from './errors/WeComResponseError.ts'
export { WeComTimeoutError } from './errors/WeComTimeoutError.ts'
export { WeComValidationError } from './errors/WeComValidationError.ts'
export type {
  ClientEvent,
  FailureEvent,
  MismatchEvent,
  RefreshEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  StoreFailureEvent,
} from './events/ClientEvent.ts'
export { callLimiter, type CallLimiterOptions } from './limits/callLimiter.ts'
export type { Limiter } from './limits/Limiter.ts'
export type { Page } from './paginate/Page.ts'
export type { Paged } from './paginate/Paged.ts'
export { paginate, paginateItems } from './paginate/paginate.ts'
export type { PollOptions } from './poll/poll.ts'
export { authorizedCorpToken, type AuthorizedCorpTokenOptions } from './token/authorizedCorpToken.ts'
export { corpToken, type CorpTokenOptions } from './token/corpToken.ts'
export { memorySuiteStore } from './token/memorySuiteStore.ts'
export { memoryTokenStore } from './token/memoryTokenStore.ts'
export { providerToken, type ProviderTokenOptions } from './token/providerToken.ts'
export { proxied } from './token/proxied.ts'
export { saveAuthorization, type SaveAuthorizationParams } from './token/saveAuthorization.ts'
export { staticToken } from './token/staticToken.ts'
export { suiteHandlers, type SuiteHandlers, type SuiteHandlersOptions } from './token/suiteHandlers.ts'
export type { SuiteStore } from './token/SuiteStore.ts'
export { suiteToken, type SuiteTokenOptions } from './token/suiteToken.ts'
export type { Credential, TokenContext, TokenRequestOptions, TokenSource } from './token/TokenSource.ts'
export type { SharedTokenStore, StoreLock, StoreOptions, TokenStore } from './token/TokenStore.ts'
export type { Fetch, Transport, TransportRequest, TransportResponse } from './transport/Transport.ts'
