import {
  closeTempChatEndpoint,
  type ConclusionLink,
  type ConclusionMiniprogram,
  type ContactWayConclusions,
  type ContactWayConclusionsParams,
  createContactWayEndpoint,
  deleteContactWayEndpoint,
  getContactWayEndpoint,
  listContactWaysEndpoint,
  updateContactWayEndpoint,
} from '@wecom/contact-way'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import { checkRoomForWay } from './groupchat.ts'
import { serve, type Served } from './serve.ts'
import { findCustomer } from './visible.ts'

function toConclusions(
  corp: Corp,
  { text, image, link, miniprogram }: ContactWayConclusionsParams,
): ContactWayConclusions {
  corp.media.checkTemporary('image', image?.media_id)
  corp.media.checkTemporary('image', miniprogram?.pic_media_id)
  return {
    ...(text && { text: text.content === undefined ? {} : { content: text.content } }),
    ...(link && { link: keepLink(link) }),
    ...(miniprogram && { miniprogram: keepMiniprogram(miniprogram) }),
    ...(image && { image: { pic_url: `https://wework.qpic.cn/wwpic/${image.media_id}/0` } }),
  }
}

function keepLink({ title, picurl, desc, url }: ConclusionLink): ConclusionLink {
  return {
    ...(title !== undefined && { title }),
    ...(picurl !== undefined && { picurl }),
    ...(desc !== undefined && { desc }),
    ...(url !== undefined && { url }),
  }
}

function keepMiniprogram({ title, pic_media_id, appid, page }: ConclusionMiniprogram): ConclusionMiniprogram {
  return {
    ...(title !== undefined && { title }),
    ...(pic_media_id !== undefined && { pic_media_id }),
    ...(appid !== undefined && { appid }),
    ...(page !== undefined && { page }),
  }
}

const day = 24 * 3600

const createContactWayServed: Served = serve(
  createContactWayEndpoint,
  (corp, { type, scene, style, ...params }, { app }) => {
    const { user = [], party = [], is_temp = false, conclusions, unionid, is_exclusive, mark_source } = params
    if (!is_temp) checkRoomForWay(corp)
    const { config_id, qr_code } = corp.contactWays.create(app, {
      type,
      scene,
      ...(scene === 1 && { style: style ?? 1 }),
      remark: params.remark ?? '',
      skip_verify: params.skip_verify ?? true,
      state: params.state ?? '',
      user,
      party: type === 1 ? [] : party,
      is_temp,
      ...(is_exclusive !== undefined && { is_exclusive }),
      ...(mark_source !== undefined && { mark_source }),
      ...(is_temp && {
        expires_in: params.expires_in ?? 7 * day,
        chat_expires_in: params.chat_expires_in ?? day,
        ...(unionid && { unionid }),
        ...(conclusions && { conclusions: toConclusions(corp, conclusions) }),
      }),
    })
    return { config_id, ...(qr_code !== undefined && { qr_code }) }
  },
  {
    missing: { type: 41037, scene: 41038 },
    invalid: { type: 41039, scene: 41040, style: 41042, user: 41041 },
    precheck: ({ type, scene, style, user }) => {
      if (type === 1 && (user === undefined || (Array.isArray(user) && user.length !== 1))) throw new Refusal(41041)
      if (type === 2 && scene === 1 && style === 3) throw new Refusal(41042)
    },
  },
)

const getContactWayServed: Served = serve(
  getContactWayEndpoint,
  (corp, { config_id }, { app }) => {
    const { app: _creator, create_time: _time, spent: _spent, ...contact_way } = corp.contactWays.get(app, config_id)
    return { contact_way }
  },
  { missing: { config_id: 41043 } },
)

const ninetyDays = 90 * 24 * 3600
// 10 July 2021 in Beijing, in unix seconds. Lists omit contact ways that were created earlier.
const firstListed = Date.UTC(2021, 6, 9, 16) / 1000

const listContactWaysServed: Served = serve(
  listContactWaysEndpoint,
  (corp, params, { app }) => {
    const { end_time = corp.clock.seconds(), cursor, limit = 100 } = params
    const { start_time = corp.clock.seconds() - ninetyDays } = params
    const from = Math.max(start_time, firstListed)
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listContactWays', app.name],
      cursor,
      limit,
      list: () =>
        corp.contactWays
          .list()
          .filter((way) => way.app === app.name && !way.is_temp)
          .filter(({ create_time }) => create_time >= from && create_time <= end_time),
    })
    return { contact_way: items.map(({ config_id }) => ({ config_id })), next_cursor }
  },
  { failureFields: { contact_way: [] } },
)

const updateContactWayServed: Served = serve(
  updateContactWayEndpoint,
  (corp, { config_id, ...params }, { app }) => {
    const { type, scene, is_temp } = corp.contactWays.get(app, config_id)
    const { style, remark, skip_verify, state, user, party, mark_source } = params
    const { expires_in, chat_expires_in, unionid, conclusions } = params
    if (style === 3 && type === 2) throw new Refusal(41042)

    corp.contactWays.update(app, config_id, {
      ...(scene === 1 && style !== undefined && { style }),
      ...(remark !== undefined && { remark }),
      ...(skip_verify !== undefined && { skip_verify }),
      ...(state !== undefined && { state }),
      ...(user !== undefined && { user }),
      ...(type === 2 && party !== undefined && { party }),
      ...(mark_source !== undefined && { mark_source }),
      ...(is_temp && {
        ...(expires_in !== undefined && { expires_in }),
        ...(chat_expires_in !== undefined && { chat_expires_in }),
        ...(unionid && { unionid }),
        ...(conclusions && { conclusions: toConclusions(corp, conclusions) }),
      }),
    })
    return {}
  },
  { missing: { config_id: 41043 }, invalid: { style: 41042, user: 41041 } },
)

const deleteContactWayServed: Served = serve(
  deleteContactWayEndpoint,
  (corp, { config_id }, { app }) => {
    corp.contactWays.delete(app, config_id)
    return {}
  },
  { missing: { config_id: 41043 } },
)

const closeTempChatServed: Served = serve(
  closeTempChatEndpoint,
  (corp, { userid, external_userid }, { app }) => {
    corp.members.visibleMember(app, userid)
    findCustomer(corp, external_userid)
    if (!corp.follows.find(userid, external_userid)) throw new Refusal(84061)
    if (!corp.contactWays.endChat(userid, external_userid)) {
      throw new Refusal(40058, 'there is no temporary chat between userid and external_userid')
    }
    return {}
  },
  { missing: { userid: 41009, external_userid: 41035 } },
)

export const contactWayServed: readonly Served[] = [
  closeTempChatServed,
  createContactWayServed,
  deleteContactWayServed,
  getContactWayServed,
  listContactWaysServed,
  updateContactWayServed,
]
