import {
  getHdVoiceEndpoint,
  getMediaEndpoint,
  getMediaUploadResultEndpoint,
  uploadAttachmentEndpoint,
  uploadImageEndpoint,
  uploadMediaByUrlEndpoint,
  uploadMediaEndpoint,
} from '@wecom/media'
import { imageSizeOf, kindOfContent, videoSecondsOf } from '@wecom/media/formats'
import { errcodeTexts, Refusal } from '../base/Refusal.ts'
import type { MediaJob, StoredFile } from '../state/media.ts'
import { SentFile, serve, type Served, serveFile, UploadedFile } from './serve.ts'

const megabyte: number = 1024 * 1024

/** Limits for the size of an uploaded file, in bytes. */
interface UploadLimits {
  readonly min: number
  readonly max: number
  readonly tooLarge?: number | undefined
}

function checkUpload(media: unknown, { min, max, tooLarge = 45001 }: UploadLimits): void {
  if (!(media instanceof UploadedFile)) throw new Refusal(44001)
  if (media.size < min) throw new Refusal(40006)
  if (media.size > max) throw new Refusal(tooLarge)
}

function contentOf(media: File): Uint8Array<ArrayBuffer> {
  if (media instanceof UploadedFile) return media.content
  throw new TypeError('The parameters of an upload are made by parseForm')
}

function statedSizeOf(media: File): number {
  return (media instanceof UploadedFile ? media.statedSize : undefined) ?? media.size
}

// The limit for one answer.
const maxBytes = 20 * megabyte

function sendFile({ filename, content_type, content }: StoredFile, range: string | undefined): SentFile {
  const { length } = content
  const headers = {
    'content-type': content_type,
    'content-disposition': `attachment; filename="${toHeader(filename)}"`,
    'accept-ranges': 'bytes',
  }
  const part = range === undefined ? undefined : readRange(range, length)
  if (part === 'outside') return new SentFile(416, { 'content-range': `bytes */${length}` }, new Uint8Array(0))
  const { start, end } = part ?? { start: 0, end: length - 1 }
  if (end - start + 1 > maxBytes) throw new Refusal(830002)
  if (!part) return new SentFile(200, headers, content)
  return new SentFile(
    206,
    { ...headers, 'content-range': `bytes ${start}-${end}/${length}` },
    content.slice(start, end + 1),
  )
}

/**
 * Reads a Range header such as `bytes=0-99`, `bytes=100-` or `bytes=-100`. Returns undefined for any other form, and
 * `outside` if the file does not contain the part.
 */
function readRange(text: string, length: number): { start: number; end: number } | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(text.trim()) ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(length - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return start > end ? 'outside' : { start, end }
}

function toHeader(filename: string): string {
  // WeCom sends UTF-8 without further encoding, so each character of the result stands for one byte.
  const bytes = new TextEncoder().encode(filename.replace(/["\p{Cc}]/gu, '_'))
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

const maxMegabytes: Readonly<Record<string, number>> = { image: 10, voice: 2, video: 10, file: 20 }
const wrongContent = { image: 40004, voice: 301017, video: 41090 } as const

const uploadMediaServed: Served = serve(
  uploadMediaEndpoint,
  (corp, { type, media }) => {
    const content = contentOf(media)
    if (type !== 'file' && kindOfContent(content) !== type) throw new Refusal(wrongContent[type])
    if (type === 'image' && statedSizeOf(media) !== media.size) throw new Refusal(40123)
    const { media_id, created_at } = corp.media.add({
      type,
      filename: media.name,
      content_type: media.type,
      content,
    })
    return { type, media_id, created_at: String(created_at) }
  },
  {
    customerContact: false,
    success: { errcode: 0, errmsg: '' },
    precheck: ({ type, media }) => {
      const max = maxMegabytes[String(type)]
      if (max === undefined) throw new Refusal(40005)
      checkUpload(media, { min: 6, max: max * megabyte })
    },
  },
)

const uploadImageServed: Served = serve(
  uploadImageEndpoint,
  (corp, { media }) => {
    if (kindOfContent(contentOf(media)) !== 'image') throw new Refusal(40123)
    return { url: corp.media.addPicture() }
  },
  {
    customerContact: false,
    success: { errcode: 0, errmsg: '' },
    precheck: ({ media }) => checkUpload(media, { min: 5, max: 2 * megabyte }),
  },
)

const wrongAttachment = { image: 40004, video: 41090 } as const
const forMoments = 1
// For moments, in pixels and seconds.
const maxSides = { long: 10_800, short: 1080 }
const maxSeconds = 30

const uploadAttachmentServed: Served = serve(
  uploadAttachmentEndpoint,
  (corp, { media_type, attachment_type, media }) => {
    const content = contentOf(media)
    if (kindOfContent(content) !== media_type) throw new Refusal(wrongAttachment[media_type])
    if (attachment_type === forMoments) checkMomentFile(media_type, content)
    const { media_id, created_at } = corp.media.add({
      type: media_type,
      attachment_type,
      filename: media.name,
      content_type: media.type,
      content,
    })
    return { type: media_type, media_id, created_at }
  },
  {
    precheck: ({ media_type, attachment_type, media }) => {
      // Refuses files, because no attachment_type accepts them.
      if (media_type === 'file' || (attachment_type === 2 && media_type === 'video')) throw new Refusal(41072)
      checkUpload(media, { min: 6, max: 10 * megabyte, tooLarge: 41080 })
    },
  },
)

function checkMomentFile(media_type: 'image' | 'video', content: Uint8Array): void {
  if (media_type === 'video') {
    if (Math.floor(videoSecondsOf(content) ?? 0) > maxSeconds) throw new Refusal(41082)
    return
  }
  // Accepts a picture whose content does not show its size.
  const { width, height } = imageSizeOf(content) ?? { width: 0, height: 0 }
  if (Math.max(width, height) > maxSides.long || Math.min(width, height) > maxSides.short) throw new Refusal(41081)
}

const getMediaServed: Served = serveFile(
  getMediaEndpoint,
  (corp, { media_id }, { range }) => sendFile(corp.media.get(media_id), range),
  { missing: { media_id: 41006 } },
)

const getHdVoiceServed: Served = serveFile(
  getHdVoiceEndpoint,
  (corp, { media_id }, { range }) => {
    const file = corp.media.get(media_id)
    if (file.type !== 'voice') throw new Refusal(40007)
    return sendFile({ ...file, content_type: 'voice/speex' }, range)
  },
  { missing: { media_id: 41006 } },
)

const uploadMediaByUrlServed: Served = serve(uploadMediaByUrlEndpoint, (corp, { type, filename, url }, { app }) => {
  if (!/^https?:\/\/./.test(url)) throw new Refusal(830001)
  return { jobid: corp.mediaJobs.start(app, { type, filename, url }) }
})

const getMediaUploadResultServed: Served = serve(getMediaUploadResultEndpoint, (corp, { jobid }, { app }) => {
  const { status, errcode, media_id }: MediaJob = corp.mediaJobs.get(app, jobid)
  const errmsg = errcode === 0 ? 'ok' : (errcodeTexts.get(errcode) ?? 'job failed')
  if (media_id === undefined) {
    return { status, detail: status === 1 ? { errcode: 0, errmsg: 'ok' } : { errcode, errmsg } }
  }
  const { created_at } = corp.media.get(media_id)
  return { status, detail: { errcode, errmsg, media_id, created_at: String(created_at) } }
})

export const mediaServed: readonly Served[] = [
  getHdVoiceServed,
  getMediaServed,
  getMediaUploadResultServed,
  uploadAttachmentServed,
  uploadImageServed,
  uploadMediaServed,
  uploadMediaByUrlServed,
]
