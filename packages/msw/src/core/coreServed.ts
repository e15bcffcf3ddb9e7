import type { Served } from '../serve/serve.ts'
import { getAccessTokenServed } from './getAccessToken.ts'
import { getAuthInfoServed } from './getAuthInfo.ts'
import { getAuthInfoLegacyServed } from './getAuthInfoLegacy.ts'
import { getCorpAccessTokenServed } from './getCorpAccessToken.ts'
import { getPermanentCodeServed } from './getPermanentCode.ts'
import { getPermanentCodeLegacyServed } from './getPermanentCodeLegacy.ts'
import { getPreAuthCodeServed } from './getPreAuthCode.ts'
import { getProviderAccessTokenServed } from './getProviderAccessToken.ts'
import { getSuiteAccessTokenServed } from './getSuiteAccessToken.ts'
import { listApiDomainIpsServed } from './listApiDomainIps.ts'
import { listCallbackIpsServed } from './listCallbackIps.ts'
import { setSessionInfoServed } from './setSessionInfo.ts'

/** The endpoints of `@wecom/core`, all of them. */
export const coreServed: readonly Served[] = [
  getAccessTokenServed,
  getAuthInfoServed,
  getAuthInfoLegacyServed,
  getCorpAccessTokenServed,
  getPermanentCodeServed,
  getPermanentCodeLegacyServed,
  getPreAuthCodeServed,
  getProviderAccessTokenServed,
  getSuiteAccessTokenServed,
  listApiDomainIpsServed,
  listCallbackIpsServed,
  setSessionInfoServed,
]
