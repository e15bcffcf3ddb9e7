import type { RequestOptions } from '@wecom/core'

/** Makes a call with the options of whoever reads: the signal, perhaps waits where there were too many calls. */
export interface Calls {
  /** @param make - makes one call with these options. */
  <Result>(make: (options: RequestOptions) => Promise<Result>): Promise<Result>
}
