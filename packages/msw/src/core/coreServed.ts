import type { Served } from '../serve/serve.ts'
import { getAccessTokenServed } from './getAccessToken.ts'
import { listApiDomainIpsServed } from './listApiDomainIps.ts'
import { listCallbackIpsServed } from './listCallbackIps.ts'

/** The endpoints of `@wecom/core` that are served. */
export const coreServed: readonly Served[] = [getAccessTokenServed, listApiDomainIpsServed, listCallbackIpsServed]
