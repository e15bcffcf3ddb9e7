import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** The fields of an acquisition link that every call returns. */
export interface AcquisitionLinkBase {
  link_name: string
  /**
   * The address to publish. Put `customer_channel=…` into its query to get that value back as the customers' `state`.
   * WeCom cuts it to 64 bytes without an error.
   */
  url: string
}

export const acquisitionLinkBaseEntries: Entries<AcquisitionLinkBase> = {
  link_name: v.string(),
  url: v.string(),
}
