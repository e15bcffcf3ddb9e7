import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import type { MessageLink } from './messageLink.ts'

export const messageLinkParamsEntries: Entries<MessageLink> = {
  title: v.pipe(v.string(), v.nonEmpty(), v.maxBytes(128)),
  picurl: v.optional(v.string()),
  desc: v.optional(v.pipe(v.string(), v.maxBytes(512))),
  url: v.pipe(v.string(), v.nonEmpty()),
}

export const messageLinkParamsSchema: v.GenericSchema<MessageLink> = wireObject<MessageLink>(messageLinkParamsEntries)
