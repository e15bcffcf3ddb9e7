import type { FollowedContact } from '@wecom/contacts'
import type { Kysely } from 'kysely'
import { hash } from 'node:crypto'
import type { Connection } from '../database/Database.ts'
import type { Schema } from '../schema/tables.ts'
import type { Written } from './writeRows.ts'

/** An entry of a page, with its fingerprint. */
export interface MarkedContact extends FollowedContact {
  /** A hash of the entry as WeCom wrote it. The same entry in another order of fields has another one. */
  readonly fingerprint: string
}

/**
 * The entries of a page that the tables may not hold as they are. All others need neither be compared nor written, which
 * makes most of a run in which little has changed cheap.
 *
 * A fingerprint on a live relation says: the relation and the customer have the content of that entry. This holds, because
 * - only `writeFollows` writes fingerprints, for relations that it has written or found as the entry shows them, and only
 *   if the customer has the hash of the entry, too: a later read, or another entry of the page, may have won;
 * - single reads write relations without a fingerprint, also where nothing has changed;
 * - a write that changes a customer clears the fingerprints of all of the customer's relations (`clearFingerprints`);
 * - a relation that has ended does not count, whatever its fingerprint says: it may have to return;
 * - `forget` deletes customer and relations together, so that there is no relation to find.
 * What events tell, such as `deleted_by_customer_at`, and personal tags are not in entries: pages leave them alone anyway.
 *
 * All entries of a customer go together, so that the last one counts as it does without fingerprints.
 */
export async function unknownEntries(
  connection: Connection,
  corpId: string,
  entries: readonly FollowedContact[],
): Promise<MarkedContact[]> {
  const marked = entries.map((entry) => ({ ...entry, fingerprint: fingerprintOf(entry) }))
  const keys = marked.map(({ external_contact: { external_userid }, follow_info: { userid } }) => ({
    corp_id: corpId,
    userid,
    external_userid,
  }))
  const rows = await connection.find('follows', ['fingerprint', 'ended_at'], keys)
  const known = new Set(rows.flatMap(({ fingerprint, ended_at }) => (ended_at === null ? fingerprint : [])))
  const unknown = marked.filter(({ fingerprint }) => !known.has(fingerprint))
  const customers = new Set(unknown.map(({ external_contact }) => external_contact.external_userid))
  return marked.filter(({ external_contact }) => customers.has(external_contact.external_userid))
}

/** Clears the fingerprints of all relations of the customers that were changed. New ones have no relations yet. */
export async function clearFingerprints(
  connection: Connection,
  build: Kysely<Schema>,
  customers: readonly Written[],
): Promise<void> {
  const changed = customers.filter(({ before }) => before !== undefined)
  const [first] = changed
  if (!first) return
  const query = build
    .updateTable('wecom_follows')
    .set({ fingerprint: null })
    .where('corp_id', '=', String(first.row['corp_id']))
    .where(
      'external_userid',
      'in',
      changed.map(({ row }) => String(row['external_userid'])),
    )
    .where('fingerprint', 'is not', null)
    .compile()
  await connection.execute(query)
}

function fingerprintOf(entry: FollowedContact): string {
  return hash('sha256', JSON.stringify(entry), 'base64url').slice(0, 22)
}
