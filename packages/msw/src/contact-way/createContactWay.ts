import { createContactWayEndpoint } from '@wecom/contact-way'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { checkRoomForWay } from '../tenant/roomForWays.ts'
import { toConclusions } from './toConclusions.ts'

const day = 24 * 3600

export const createContactWayServed: Served = serve(
  createContactWayEndpoint,
  (tenant, { type, scene, style, ...params }, { app }) => {
    const { user = [], party = [], is_temp = false, conclusions, unionid, is_exclusive, mark_source } = params
    if (!is_temp) checkRoomForWay(tenant)
    const { config_id, qr_code } = tenant.contactWays.create(app, {
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
        ...(unionid !== undefined && { unionid }),
        ...(conclusions && { conclusions: toConclusions(tenant, conclusions) }),
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
