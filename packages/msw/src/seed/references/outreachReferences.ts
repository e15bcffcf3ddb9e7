import { type Reference, all, rows } from './Reference.ts'
import type { TenantState } from '../SeedFile.ts'

interface Somebody {
  readonly userid?: string | undefined
  readonly external_userid?: string | undefined
  readonly chat_id?: string | undefined
}

/** What mass messages, group welcomes and moments point at. */
export function* outreachReferences(seed: TenantState): Generator<Reference> {
  for (const [path, { creator, tasks }] of rows('mass_messages', seed.mass_messages)) {
    if (creator !== undefined) yield { path: `${path}.creator`, key: creator, section: 'members' }
    for (const [place, { userid, deliveries }] of rows(`${path}.tasks`, tasks)) {
      yield { path: `${place}.userid`, key: userid, section: 'members' }
      yield* people(`${place}.deliveries`, deliveries)
    }
  }
  for (const [path, { app }] of [
    ...rows<{ readonly app: string }>('group_welcomes', seed.group_welcomes),
    ...rows<{ readonly app: string }>('moment_jobs', seed.moment_jobs),
  ]) {
    yield { path: `${path}.app`, key: app, section: 'apps' }
  }
  for (const [path, { creator, publications }] of rows('moments', seed.moments)) {
    if (creator !== undefined) yield { path: `${path}.creator`, key: creator, section: 'members' }
    for (const [place, { userid, chosen, reached, comments, likes }] of rows(`${path}.publications`, publications)) {
      yield { path: `${place}.userid`, key: userid, section: 'members' }
      yield* all(`${place}.chosen`, chosen, 'customers')
      yield* all(`${place}.reached`, reached, 'customers')
      yield* people(`${place}.comments`, comments)
      yield* people(`${place}.likes`, likes)
    }
  }
}

/** Rows that each name a member, a customer or a group. */
function* people(path: string, list: readonly Somebody[]): Generator<Reference> {
  for (const [place, { userid, external_userid, chat_id }] of rows(path, list)) {
    if (userid !== undefined) yield { path: `${place}.userid`, key: userid, section: 'members' }
    if (external_userid !== undefined)
      yield { path: `${place}.external_userid`, key: external_userid, section: 'customers' }
    if (chat_id !== undefined) yield { path: `${place}.chat_id`, key: chat_id, section: 'group_chats' }
  }
}
