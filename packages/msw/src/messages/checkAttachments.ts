import type { MassMessageAttachment } from '@wecom/messages'
import { Refusal } from '../Refusal.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { checkMedia } from './checkMedia.ts'

/**
 * Checks the files that go to customers.
 *
 * @throws {Refusal} as `checkMedia`. 40007: WeCom fetched it from a URL, which makes it good for group welcomes only.
 */
export function checkAttachments(tenant: Tenant, attachments: readonly MassMessageAttachment[] = []): void {
  for (const attachment of attachments) {
    checkMedia(tenant, attachment)
    const { media_id } = attachment.video ?? attachment.file ?? {}
    if (media_id !== undefined && tenant.mediaJobs.hasMade(media_id)) throw new Refusal(40007)
  }
}
