export { createProxy } from './createProxy.ts'
export type { AnsweredEvent, FailedEvent, ProxyEvent, RefusedEvent } from './ProxyEvent.ts'
export type {
  Authenticate,
  Authorize,
  CorsOptions,
  FetchHandler,
  Identity,
  ProxyCall,
  ProxyOptions,
  ProxyParams,
  RequestHead,
  Verdict,
} from './ProxyOptions.ts'
export type { RefusalReason } from './Refusal.ts'
