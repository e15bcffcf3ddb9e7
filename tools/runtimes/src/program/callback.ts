import { encryptMessage, importKey, signMessage } from '@wecom/callback'

/** The settings of the callback URL: token, key and id of the receiver. */
export const callbackSettings = {
  token: 'fixtureToken7f3a',
  encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U',
  receiveIds: ['ww0123456789abcdef'],
} as const

/** Encrypts and signs a message as WeCom does. Returns the query and the ciphertext of the request. */
export async function pack(message: string): Promise<{ readonly query: string; readonly encrypt: string }> {
  const { token, encodingAesKey, receiveIds } = callbackSettings
  const encrypt = encryptMessage({ key: importKey(encodingAesKey), receiveId: receiveIds[0], message })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = String(Math.floor(Math.random() * 1e9))
  const signature = signMessage({ token, timestamp, nonce, encrypt })
  return { query: `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`, encrypt }
}

/** Returns the XML message of the event for a new customer. */
export function eventMessage(externalUserid: string): string {
  return `<xml><ToUserName>ww0123456789abcdef</ToUserName><FromUserName>sys</FromUserName><CreateTime>1735689661</CreateTime><MsgType>event</MsgType><Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType><UserID>lisi</UserID><ExternalUserID>${externalUserid}</ExternalUserID><State>展会渠道</State></xml>`
}

/** Returns the request body that contains an encrypted message. */
export function envelope(encrypt: string): string {
  return `<xml><ToUserName>ww0123456789abcdef</ToUserName><Encrypt>${encrypt}</Encrypt><AgentID>1000002</AgentID></xml>`
}
