import { Refusal } from '../Refusal.ts'
import type { MediaFile } from '../tenant/media.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/**
 * Checks a media_id that a call shows, where it gives one.
 *
 * @throws {Refusal} 40007: unknown, expired, of another kind, or uploaded as an attachment of moments or products.
 */
export function checkTemporaryFile({ media }: Tenant, type: MediaFile['type'], media_id: string | undefined): void {
  if (!media_id) return
  const found = media.get(media_id)
  if (found.type !== type || found.attachment_type !== undefined) throw new Refusal(40007)
}
