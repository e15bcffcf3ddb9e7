import { contactsServed } from './contacts/contactsServed.ts'
import { coreServed } from './core/coreServed.ts'
import type { Served } from './serve/serve.ts'

/** Everything that a tenant serves. */
export const allServed: readonly Served[] = [...coreServed, ...contactsServed]
