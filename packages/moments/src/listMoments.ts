import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListMomentsParams {
  /** Start of the time range in which the moments were created, in unix seconds. */
  start_time: number
  /**
   * End of the time range in which the moments were created, in unix seconds. It may be at most 30 days after
   * `start_time`.
   */
  end_time: number
  /** Userid of the member who created the moments. Default: all creators. */
  creator?: string | undefined
  /** Creators of the moments: 0 only the corp, 1 only members, 2 both (default). */
  filter_type?: 0 | 1 | 2 | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of moments per page: 1 to 20, default 20. WeCom treats a larger number as the default. */
  limit?: number | undefined
}

export interface ListMomentsResult {
  moment_list: Moment[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
}

export interface Moment {
  moment_id: string
  /** Userid of the member who created the moment. Absent if `createMomentTask` created the moment. */
  creator?: string | undefined
  /**
   * Creation time of the moment, in unix seconds. WeCom's documentation shows both a number and a string.
   * `Number(create_time)` accepts both.
   */
  create_time: number | string
  /** Creator of the moment: 0 the corp, 1 a member. */
  create_type: 0 | 1 | (number & {})
  /** Visibility of the moment: 0 some customers, 1 all customers. */
  visible_type: 0 | 1 | (number & {})
  text?: MomentText | undefined
  /** The images of the moment. The value is a list, although WeCom uses the singular for the field name. */
  image?: MomentImage[] | undefined
  video?: MomentVideo | undefined
  link?: MomentLink | undefined
  /** Place that a member attached to the moment. Absent if the corp created the moment. */
  location?: MomentLocation | undefined
}

export interface MomentText {
  content: string
}

export interface MomentImage {
  /** Media_id of the image. `getMedia` of `@wecom/media` downloads it. */
  media_id: string
}

export interface MomentVideo {
  /** Media_id of the video. `getMedia` of `@wecom/media` downloads it. */
  media_id: string
  /** Media_id of the cover image of the video. `getMedia` of `@wecom/media` downloads it. */
  thumb_media_id?: string | undefined
}

export interface MomentLink {
  title?: string | undefined
  url: string
}

export interface MomentLocation {
  /** Latitude of the place in decimal degrees, as a string. */
  latitude: string
  /** Longitude of the place in decimal degrees, as a string. */
  longitude: string
  /** Name of the place that a member attached to the moment. */
  name: string
}

const longestSpan = 30 * 24 * 60 * 60

export const listMomentsEndpoint: PagedEndpoint<ListMomentsParams, ListMomentsResult, 'moment_list'> = defineEndpoint({
  name: 'listMoments',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_moment_list',
  effect: 'read',
  docs: 93333,
  params: v.pipe(
    wireObject<ListMomentsParams>({
      start_time: v.pipe(v.number(), v.integer()),
      end_time: v.pipe(v.number(), v.integer()),
      creator: v.optional(v.string()),
      filter_type: v.optional(v.picklist([0, 1, 2])),
      cursor: v.optional(v.string()),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
    v.check(
      ({ start_time, end_time }) => end_time >= start_time && end_time - start_time <= longestSpan,
      'end_time must not be before start_time, and at most 30 days after it',
    ),
  ),
  result: wireObject<ListMomentsResult>({
    moment_list: v.array(
      wireObject<Moment>({
        moment_id: v.string(),
        creator: v.optional(v.string()),
        create_time: v.union([v.number(), v.string()]),
        create_type: v.number(),
        visible_type: v.number(),
        text: v.optional(wireObject<MomentText>({ content: v.string() })),
        image: v.optional(v.array(wireObject<MomentImage>({ media_id: v.string() }))),
        video: v.optional(
          wireObject<MomentVideo>({
            media_id: v.string(),
            thumb_media_id: v.optional(v.string()),
          }),
        ),
        link: v.optional(
          wireObject<MomentLink>({
            title: v.optional(v.string()),
            url: v.string(),
          }),
        ),
        location: v.optional(
          wireObject<MomentLocation>({
            latitude: v.string(),
            longitude: v.string(),
            name: v.string(),
          }),
        ),
      }),
    ),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'moment_list' },
})

/**
 * 获取企业全部的发表列表 — lists the moments (朋友圈) that the corp and its members created in a time range of up to 30 days.
 *
 * The list contains only moments of members in the app's visible range. Deleted moments are missing, although the admin
 * console shows them. WeCom does not document whether the range includes `start_time` and `end_time`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMomentsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMoments(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to read moments.
 * @see https://developer.work.weixin.qq.com/document/path/93333
 *
 * @example
 * const { moment_list } = await listMoments(client, {
 *   start_time: 1_760_000_000, // 9 October 2025
 *   end_time: 1_760_604_800, // 7 days later
 *   filter_type: 0, // only moments that the corp created
 * })
 */
export function listMoments(
  client: Client,
  params: ListMomentsParams,
  options?: RequestOptions,
): Paged<ListMomentsResult, Moment> {
  return requestPaged(client, listMomentsEndpoint, params, options)
}
