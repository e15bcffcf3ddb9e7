import { acquisitionServed } from './acquisition.ts'
import { contactWayServed } from './contactWay.ts'
import { contactsServed } from './contacts.ts'
import { coreServed } from './core.ts'
import { groupchatServed } from './groupchat.ts'
import { idConvertServed } from './idConvert.ts'
import { interceptServed } from './intercept.ts'
import { mediaServed } from './media.ts'
import { messagesServed } from './messages.ts'
import { momentsServed } from './moments.ts'
import { productsServed } from './products.ts'
import type { Served } from './serve.ts'
import { statsServed } from './stats.ts'
import { tagsServed } from './tags.ts'

/** All endpoints that a fake corp (see `createFakeCorp`) serves, with the functions that answer their calls. */
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

export type Routes = ReadonlyMap<string, Served>

export function createRoutes(served: readonly Served[]): Routes {
  const routes = new Map<string, Served>()
  for (const one of served) {
    const { name, path } = one.endpoint
    for (const each of [path, ...(one.olderPath ? [one.olderPath.path] : [])]) {
      const other = routes.get(each)
      if (other) throw new Error(`${name} and ${other.endpoint.name} are both served on ${each}`)
      routes.set(each, one)
    }
  }
  return routes
}
