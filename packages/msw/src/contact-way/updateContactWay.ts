import { updateContactWayEndpoint } from '@wecom/contact-way'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { toConclusions } from './toConclusions.ts'

export const updateContactWayServed: Served = serve(
  updateContactWayEndpoint,
  (tenant, { config_id, ...params }, { app }) => {
    const { type, scene, is_temp } = tenant.contactWays.get(app, config_id)
    const { style, remark, skip_verify, state, user, party, mark_source } = params
    const { expires_in, chat_expires_in, unionid, conclusions } = params
    if (style === 3 && type === 2) throw new Refusal(41042)

    tenant.contactWays.update(app, config_id, {
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
        ...(unionid !== undefined && { unionid }),
        ...(conclusions && { conclusions: toConclusions(tenant, conclusions) }),
      }),
    })
    return {}
  },
  { missing: { config_id: 41043 }, invalid: { style: 41042, user: 41041 } },
)
