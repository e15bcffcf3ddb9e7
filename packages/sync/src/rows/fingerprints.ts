import type { FollowedContact } from '@wecom/contacts'
import type { Kysely } from 'kysely'
import { hash } from 'node:crypto'
import type { Connection } from '../database/Database.ts'
import type { Schema } from '../schema/tables.ts'
import type { Written } from './writeRows.ts'

/** Entry of a page with its fingerprint. */
export interface MarkedContact extends FollowedContact {
  /** Hash of the entry as WeCom sent it. The same entry with its fields in another order has another hash. */
  readonly fingerprint: string
}

/**
 * Returns the entries of a page whose content the tables may not contain. A run neither compares nor writes the others,
 * so a run in which little has changed is cheap.
 *
 * If a relation that has not ended has a fingerprint, the relation and the customer have the content of that entry:
 * - Only `writeFollows` writes fingerprints. It does so for relations that it wrote, or whose hash is that of the entry,
 *   and only if the customer also has the hash of the entry. It does not if a later read, or another entry of the page,
 *   determined the customer's row.
 * - A single read writes a relation without a fingerprint, even if nothing has changed.
 * - A write that changes a customer clears the fingerprints of all relations of the customer (`clearFingerprints`).
 * - The fingerprint of a relation that has ended is ignored, because the entry may mean that the relation exists again.
 * - `forget` deletes the customer and the relations in one transaction, so no relation is found.
 *
 * Facts from events, such as `deleted_by_customer_at`, and personal tags are not part of an entry. Pages do not change
 * them.
 *
 * If one entry of a customer is returned, all entries of this customer are, so that the last one is written, as without
 * fingerprints.
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

/** Clears the fingerprints of all relations of the changed customers. New customers have no relations yet. */
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
