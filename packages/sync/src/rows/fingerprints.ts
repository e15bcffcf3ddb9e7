import type { FollowedContact } from '@wecom/contacts'
import type { Kysely } from 'kysely'
import { hash } from 'node:crypto'
import type { Connection } from '../database/Database.ts'
import type { Schema } from '../schema/tables.ts'
import type { Written } from './writeRows.ts'

/** Entry (a customer with one follow relation) of a page of WeCom's list, with its fingerprint. */
export interface MarkedContact extends FollowedContact {
  /**
   * Hash of the entry as WeCom sent it. If WeCom sends the fields of the entry in another order, the hash is different.
   */
  readonly fingerprint: string
}

/**
 * Returns the entries of a page whose content may differ from the tables. A run skips all other entries of the page, so
 * a run is fast if little has changed. An entry is a customer with one follow relation. Its fingerprint is its hash.
 *
 * A relation in the tables may have a fingerprint. If it has not ended, the tables contain the content of the entry
 * with this fingerprint. The following rules ensure this:
 * - Only `writeFollows` writes fingerprints. It writes one only if the rows of the relation and of the customer both
 *   have the content of the entry. The customer's row can differ from the entry, because a later read or another entry
 *   of the page may have determined it.
 * - A read of a single customer writes relations without a fingerprint, even if nothing has changed.
 * - A write that changes a customer clears the fingerprints of all relations of the customer (`clearFingerprints`).
 * - The fingerprint of a relation that has ended is ignored, because the entry may mean that the relation exists again.
 * - `forget` deletes the customer and the relations in one transaction, so no fingerprint remains.
 *
 * Entries contain neither facts from events, such as `deleted_by_customer_at`, nor personal tags. So pages do not
 * change these.
 *
 * If one entry of a customer must be written, the function returns all entries of this customer on the page. The last
 * of these entries is then written to the customer's row, as it would be without fingerprints.
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

/**
 * Clears the fingerprints of all relations of customers whose rows have changed. It ignores new customers, because they
 * have no relations yet.
 */
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
