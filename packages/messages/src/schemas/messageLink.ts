import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A link to a web page, which WeCom shows as a card. */
export interface MessageLink {
  /** Title of the link, at most 128 bytes of UTF-8. */
  title: string
  /**
   * URL of the cover picture of the link. The field is called `picurl`, but the URL of an image is called `pic_url`.
   */
  picurl?: string | undefined
  /** Description of the web page, at most 512 bytes of UTF-8. */
  desc?: string | undefined
  url: string
}

export const messageLinkSchema: v.GenericSchema<MessageLink> = wireObject<MessageLink>({
  title: v.string(),
  picurl: v.optional(v.string()),
  desc: v.optional(v.string()),
  url: v.string(),
})
