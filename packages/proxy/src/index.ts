export { createProxy } from './createProxy.ts'
export type { AnsweredEvent, FailedEvent, ProxyEvent, RefusedEvent } from './ProxyEvent.ts'
export type { Authorize, CorsOptions, FetchHandler, ProxyOptions, ProxyParams, Verdict } from './ProxyOptions.ts'
export type { RefusalReason } from './Refusal.ts'
