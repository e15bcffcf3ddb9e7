import { CallbackUrlError, createFakeCorp, InputError } from '@wecom/mock'
import type { Connection } from '../connection/connect.ts'
import type { Finding } from './Finding.ts'

export async function checkCallback({ corpId, callback }: Connection): Promise<Finding> {
  if (!callback) return finding('skipped', 'WECOM_CALLBACK_URL is not set')
  const { url, token, encodingAesKey } = callback
  if (!token || !encodingAesKey) {
    return finding('failed', 'WECOM_CALLBACK_URL needs WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_KEY: set them as well')
  }
  const corp = createFakeCorp({ corpId, state: 'empty' })
  try {
    // Sends the request that WeCom sends when an administrator saves the callback URL (验证URL有效性).
    await corp.callbacks.connect({ url, token, encodingAesKey, allowRemote: true })
    return finding('ok', `${url} passed the verification, which this machine requested`)
  } catch (error) {
    if (error instanceof CallbackUrlError || error instanceof InputError) return finding('failed', error.message)
    throw error
  } finally {
    corp.callbacks.disconnect()
  }
}

function finding(status: Finding['status'], text: string): Finding {
  return { check: 'callback URL', status, text }
}
