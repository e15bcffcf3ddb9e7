import type { Product as ProductOnWire, ProductAttachmentParams } from '@wecom/products'
import { Refusal } from '../Refusal.ts'
import type { Product } from '../tenant/products.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** What lists tell of a product. */
export function toProductOnWire({ product_id, product_sn, description, price, media_ids }: Product): ProductOnWire {
  const attachments = media_ids.map((media_id) => ({ type: 'image', image: { media_id } }))
  return { product_id, product_sn, description, price, attachments }
}

/**
 * The media_ids of a product's pictures.
 *
 * @throws {Refusal} 40007: no such file. 41072: it was not uploaded for the album.
 */
export function toMediaIds(tenant: Tenant, attachments: readonly ProductAttachmentParams[]): string[] {
  return attachments.map(({ image: { media_id } }) => {
    if (tenant.media.get(media_id).attachment_type !== 2) throw new Refusal(41072)
    return media_id
  })
}
