import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** What every call says of an acquisition link. */
export interface AcquisitionLinkBase {
  link_name: string
  /**
   * The address to hand out. With `customer_channel=…` in its query, the customers who come by it carry that value as
   * their `state`; beyond 64 bytes it is cut without notice.
   */
  url: string
}

export const acquisitionLinkBaseEntries: Entries<AcquisitionLinkBase> = {
  link_name: v.string(),
  url: v.string(),
}
