import type { ClientConfig, RetryOptions } from '../client/types.ts'
import type { Transport } from '../transport/Transport.ts'

export interface RequestContext extends ClientConfig {
  readonly transport: Transport
  readonly baseUrl: string
  readonly timeout: number
  readonly maxResponseBytes: number
  readonly retry: { readonly [Key in keyof RetryOptions]-?: number }
  readonly userAgent: string
}
