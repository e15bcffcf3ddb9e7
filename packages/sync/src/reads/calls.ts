import type { RequestOptions } from '@wecom/core'

/**
 * Function that makes one call to WeCom. It calls `make` and passes the options of the request, such as the abort
 * signal. During a full run, if WeCom refuses the request because of too many requests, the function waits and calls
 * `make` again.
 */
export interface Calls {
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
