import * as v from 'valibot'
import type { ChatKey } from '../tenant/chatKeys.ts'
import type { SuiteCode } from '../tenant/provider.ts'
import type { Token } from '../tenant/tokens.ts'
import type { WelcomeCode } from '../tenant/welcomeCodes.ts'
import { id, seconds, seedRow } from './seedRow.ts'

const expiring = { code: id, expires_at_ms: v.pipe(v.number(), v.integer(), v.minValue(0)) }

export const tokenSchema: v.GenericSchema<Token> = seedRow<Token>({
  ...expiring,
  holder: id,
  revoked: v.optional(v.boolean()),
})

export const suiteCodeSchema: v.GenericSchema<SuiteCode> = seedRow<SuiteCode>({
  ...expiring,
  suite_id: id,
  kind: v.picklist(['suite_ticket', 'pre_auth_code', 'auth_code']),
})

export const welcomeCodeSchema: v.GenericSchema<WelcomeCode> = seedRow<WelcomeCode>({
  ...expiring,
  userid: id,
  external_userid: id,
  used: v.optional(v.boolean()),
})

export const chatKeySchema: v.GenericSchema<ChatKey> = seedRow<ChatKey>({
  ...expiring,
  link_id: id,
  userid: id,
  external_userid: id,
  state: v.optional(v.string()),
  at: seconds,
  recv_msg_cnt: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
