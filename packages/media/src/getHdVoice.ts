import type { Client, Download, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, openFile, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { downloadSchema } from './schemas/download.ts'
import { type DownloadedMedia, toDownloadedMedia } from './toDownloadedMedia.ts'

export interface GetHdVoiceParams {
  /** Media_id of the voice recording (语音), from `uploadVoice` of WeCom's JS-SDK. The media_id expires after 3 days. */
  media_id: string
}

export type GetHdVoiceResult = DownloadedMedia

export const getHdVoiceEndpoint: Endpoint<GetHdVoiceParams, Download> = defineEndpoint({
  name: 'getHdVoice',
  method: 'GET',
  path: '/cgi-bin/media/get/jssdk',
  effect: 'read',
  docs: 90255,
  download: openFile,
  params: wireObject<GetHdVoiceParams>({
    media_id: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: downloadSchema,
})

/**
 * 获取高清语音素材 — downloads a voice recording that was uploaded with WeCom's JS-SDK. The format is speex at 16 kHz. This
 * file has a better quality than the file from `getMedia`. The call does not work for recordings from HarmonyOS
 * devices.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetHdVoiceParams}
 * @param options - `signal` and timeouts of this call. `timeout` applies until the file begins to arrive; `signal` ends
 *   the download at any time.
 * @returns the file as a stream.
 * @throws {WeComApiError} `40007`: unknown or expired media_id.
 * @see https://developer.work.weixin.qq.com/document/path/90255
 *
 * @example
 * const { body } = await getHdVoice(client, { media_id: 'm1' })
 * const bytes = await new Response(body).bytes()
 */
export async function getHdVoice(
  client: Client,
  params: GetHdVoiceParams,
  options?: RequestOptions,
): Promise<GetHdVoiceResult> {
  return toDownloadedMedia(await client.request(getHdVoiceEndpoint, params, options))
}
