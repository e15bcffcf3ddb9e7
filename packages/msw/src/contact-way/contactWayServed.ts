import type { Served } from '../serve/serve.ts'
import { closeTempChatServed } from './closeTempChat.ts'
import { createContactWayServed } from './createContactWay.ts'
import { deleteContactWayServed } from './deleteContactWay.ts'
import { getContactWayServed } from './getContactWay.ts'
import { listContactWaysServed } from './listContactWays.ts'
import { updateContactWayServed } from './updateContactWay.ts'

/** The endpoints of `@wecom/contact-way`, all of them. */
export const contactWayServed: readonly Served[] = [
  closeTempChatServed,
  createContactWayServed,
  deleteContactWayServed,
  getContactWayServed,
  listContactWaysServed,
  updateContactWayServed,
]
