import { acquisitionServed } from './acquisition/acquisitionServed.ts'
import { contactWayServed } from './contact-way/contactWayServed.ts'
import { contactsServed } from './contacts/contactsServed.ts'
import { coreServed } from './core/coreServed.ts'
import { groupchatServed } from './groupchat/groupchatServed.ts'
import { mediaServed } from './media/mediaServed.ts'
import { messagesServed } from './messages/messagesServed.ts'
import { momentsServed } from './moments/momentsServed.ts'
import { idConvertServed } from './id-convert/idConvertServed.ts'
import { interceptServed } from './intercept/interceptServed.ts'
import { productsServed } from './products/productsServed.ts'
import type { Served } from './serve/serve.ts'
import { statsServed } from './stats/statsServed.ts'
import { tagsServed } from './tags/tagsServed.ts'

/** Everything that a tenant serves. */
export const allServed: readonly Served[] = [
  ...coreServed,
  ...contactsServed,
  ...groupchatServed,
  ...messagesServed,
  ...momentsServed,
  ...statsServed,
  ...tagsServed,
  ...acquisitionServed,
  ...contactWayServed,
  ...idConvertServed,
  ...interceptServed,
  ...mediaServed,
  ...productsServed,
]
