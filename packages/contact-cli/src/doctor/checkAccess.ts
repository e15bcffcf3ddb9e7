import { listFollowUsers } from '@wecom/contacts'
import { type AnyWeComError, type Client, isWeComError } from '@wecom/core'
import { remedyOf, untrustedIp } from '../describeError.ts'
import type { Finding } from './Finding.ts'

export async function checkAccess(client: Client): Promise<Finding[]> {
  try {
    // WeCom may send null instead of an empty list.
    const { follow_user: members }: { readonly follow_user: readonly string[] | null } = await listFollowUsers(client)
    return [secretWorks, ipIsTrusted, members?.length ? visible(members.length) : nobodyVisible]
  } catch (error) {
    if (!isWeComError(error)) throw error
    const hasToken = error.endpoint === 'listFollowUsers'
    if (error.kind === 'api' && error.errcode === untrustedIp) {
      return [hasToken ? secretWorks : secretUnknown, failed('trusted IP', error), skipped('permissions')]
    }
    if (!hasToken) return [failed('secret', error), skipped('trusted IP'), skipped('permissions')]
    if (error.kind !== 'api') return [secretWorks, failed('trusted IP', error), skipped('permissions')]
    return [secretWorks, ipIsTrusted, failed('permissions', error)]
  }
}

const secretWorks: Finding = { check: 'secret', status: 'ok', text: 'WeCom returned a token' }
const secretUnknown: Finding = { check: 'secret', status: 'skipped', text: 'not checked, because WeCom refused the IP' }
const ipIsTrusted: Finding = { check: 'trusted IP', status: 'ok', text: 'WeCom accepts calls from this machine' }

function visible(members: number): Finding {
  return { check: 'permissions', status: 'ok', text: `the app sees ${members} members with customer contact` }
}

const nobodyVisible: Finding = {
  check: 'permissions',
  status: 'warning',
  text: 'the app sees no member with customer contact. Give members the feature (客户联系), and add them to the visible range (可见范围) of the app.',
}

function failed(check: string, error: AnyWeComError): Finding {
  return { check, status: 'failed', text: `${error.summary}. ${remedyOf(error)}` }
}

function skipped(check: string): Finding {
  return { check, status: 'skipped', text: 'not checked, because a check above failed' }
}
