export { createClient } from './client/createClient.ts'
export type { Client, ClientConfig, RequestOptions, RetryOptions } from './client/types.ts'
export { defineEndpoint, type EndpointDefinition, type PaginationDefinition } from './endpoint/defineEndpoint.ts'
export type {
  AnyEndpoint,
  Download,
  Effect,
  Endpoint,
  PagedEndpoint,
  Pagination,
  TokenKind,
} from './endpoint/Endpoint.ts'
export { maxCharacters } from './endpoint/maxCharacters.ts'
export { type Entries, wireObject } from './endpoint/wireObject.ts'
export {
  getAccessToken,
  getAccessTokenEndpoint,
  type GetAccessTokenParams,
  type GetAccessTokenResult,
} from './endpoints/getAccessToken.ts'
export {
  getCorpAccessToken,
  getCorpAccessTokenEndpoint,
  type GetCorpAccessTokenParams,
  type GetCorpAccessTokenResult,
} from './endpoints/getCorpAccessToken.ts'
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
} from './events/ClientEvent.ts'
export { type ItemOf, type Page, paginate, paginateItems } from './paginate/paginate.ts'
export { authorizedCorpToken, type AuthorizedCorpTokenOptions } from './token/authorizedCorpToken.ts'
export { corpToken, type CorpTokenOptions } from './token/corpToken.ts'
export { memoryTokenStore } from './token/memoryTokenStore.ts'
export { providerToken, type ProviderTokenOptions } from './token/providerToken.ts'
export { proxied } from './token/proxied.ts'
export { staticToken } from './token/staticToken.ts'
export { suiteToken, type SuiteTokenOptions } from './token/suiteToken.ts'
export type { Credential, TokenContext, TokenSource } from './token/TokenSource.ts'
export type { TokenStore } from './token/TokenStore.ts'
export type { Fetch } from './transport/Transport.ts'
export { version } from './version.ts'
