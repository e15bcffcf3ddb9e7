export { allServed } from './allServed.ts'
export { wecomHandlers } from './handlers/wecomHandlers.ts'
export { Refusal } from './Refusal.ts'
export type { Seed } from './seed/loadSeed.ts'
export { SeedError, type SeedProblem } from './seed/SeedError.ts'
export type { SeedFile, TenantState } from './seed/SeedFile.ts'
export { answerCall } from './serve/answerCall.ts'
export type { IncomingCall } from './serve/IncomingCall.ts'
export type { BrokenConnection, HttpAnswer, Reply } from './serve/Reply.ts'
export { createRoutes, type Routes } from './serve/routes.ts'
export {
  type Answer,
  type Call,
  type OpenCall,
  serve,
  type Served,
  type ServedByToken,
  type ServedToAll,
  serveOpen,
  type ServeOptions,
} from './serve/serve.ts'
export type { App, VisibleRange } from './tenant/apps.ts'
export type { Clock, Duration } from './tenant/clock.ts'
export type { Customer } from './tenant/customers.ts'
export type { Fault, FaultKind, Faults } from './tenant/faults.ts'
export type { Follow, PersonalTag } from './tenant/follows.ts'
export type { Journal, JournalEntry } from './tenant/journal.ts'
export type { Department, Member } from './tenant/members.ts'
export type { ServedContact } from './tenant/servedContacts.ts'
export type { RangeNode, Strategy } from './tenant/strategies.ts'
export type { Tag, TagGroup } from './tenant/tags.ts'
export { createTenant, type Tenant, type TenantOptions } from './tenant/Tenant.ts'
export type { Tokens } from './tenant/tokens.ts'
export type { Transfer } from './tenant/transfers.ts'
