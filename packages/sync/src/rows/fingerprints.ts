import type { FollowedContact } from '@wecom/contacts'
import type { Kysely } from 'kysely'
import { hash } from 'node:crypto'
import type { Connection } from '../database/Database.ts'
import type { Schema } from '../schema/tables.ts'
import type { Written } from './writeRows.ts'

export interface MarkedContact extends FollowedContact {
  /**
   * Hash of the customer and the follow relation, as WeCom sent both in one entry of a list. If WeCom sends the fields
   * in another order, the hash is different.
   */
  readonly fingerprint: string
}

/**
 * Returns the entries of a page whose content may differ from the tables. An entry is a customer with one follow
 * relation. A full run writes only the returned entries and skips the others, so the run is fast if little has changed.
 *
 * The function recognises a known entry by its fingerprint, which is a hash of the entry. The column
 * `follows.fingerprint` contains the fingerprint of the entry that the sync last wrote for the relation, or null. If a
 * relation with a fingerprint has not ended, the rows of the relation and of the customer have the content of this
 * entry. The following rules ensure this:
 * - Only `writeFollows` stores fingerprints. It stores null if the customer's row does not have the content of this
 *   entry, but of another entry of the page or of a later read.
 * - A read of a single customer stores null as the fingerprint of the customer's relations, even if nothing else has
 *   changed.
 * - A write that changes a customer clears the fingerprints of all relations of the customer (`clearFingerprints`).
 * - `forget` deletes the customer and the relations in one transaction, so no fingerprint remains.
 *
 * This function ignores the fingerprint of a relation that has ended. If WeCom lists such a relation, it may exist
 * again.
 *
 * Entries contain no facts from events, such as `deleted_by_customer_at`, and no personal tags. So writing an entry
 * does not change these columns.
 *
 * A customer can have several entries on a page. If one of them may differ, the function returns all of them. The
 * reason: the customer's row gets the content of the last entry, and the result must not depend on which entries are
 * skipped.
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
 * Clears the fingerprints of all follow relations of changed customers. A fingerprint is the hash of an entry in
 * WeCom's list of customers (see `unknownEntries`). Call this function after each write of customers, or else a full
 * run may skip a change.
 */
export async function clearFingerprints(
  connection: Connection,
  build: Kysely<Schema>,
  customers: readonly Written[],
): Promise<void> {
  // New customers have no relations yet.
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
