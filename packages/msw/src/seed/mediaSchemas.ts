import * as v from 'valibot'
import type { MediaFile, UploadedPicture } from '../tenant/media.ts'
import type { MediaJob } from '../tenant/mediaJobs.ts'
import type { Product } from '../tenant/products.ts'
import { id, seconds, seedRow } from './seedRow.ts'

export const mediaFileSchema: v.GenericSchema<MediaFile> = seedRow<MediaFile>({
  media_id: id,
  type: v.picklist(['image', 'voice', 'video', 'file']),
  attachment_type: v.optional(v.picklist([1, 2])),
  filename: v.string(),
  content_type: v.pipe(v.string(), v.regex(/^[ -~]*$/, 'must fit into a header')),
  content: v.pipe(v.string(), v.base64('must be base64')),
  created_at: seconds,
})

export const uploadedPictureSchema: v.GenericSchema<UploadedPicture> = seedRow<UploadedPicture>({
  url: v.string(),
  created_at: seconds,
})

export const mediaJobSchema: v.GenericSchema<MediaJob> = seedRow<MediaJob>({
  jobid: id,
  app: id,
  type: v.picklist(['video', 'file']),
  filename: v.string(),
  url: v.string(),
  created_at: seconds,
  status: v.picklist([1, 2, 3]),
  errcode: v.number(),
  media_id: v.optional(id),
})

export const productSchema: v.GenericSchema<Product> = seedRow<Product>({
  product_id: id,
  app: id,
  product_sn: v.string(),
  description: v.string(),
  price: v.number(),
  media_ids: v.array(id),
  create_time: seconds,
  deleted: v.optional(v.boolean()),
})
