import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { decryptMessage, importKey, parseEnvelope, parseEvent, verifySignature } from '@wecom/callback'
import { XMLParser } from 'fast-xml-parser'
import type { Call } from './Caller.ts'

const token = 'benchToken'
const encodingAesKey = 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U'
const receiveId = 'ww0123456789abcdef'

const message = `<xml><ToUserName><![CDATA[${receiveId}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>\
<CreateTime>1767571200</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_contact]]></Event>\
<ChangeType><![CDATA[add_external_contact]]></ChangeType><UserID><![CDATA[wangfang]]></UserID>\
<ExternalUserID><![CDATA[wmZhouTaoZhouTaoZhouTaoZhouTaoZh]]></ExternalUserID><State><![CDATA[shop-7]]></State>\
<WelcomeCode><![CDATA[CALLBACKCODECALLBACKCODECALLBACKCODE]]></WelcomeCode></xml>`

const sealed = encrypt(encodingAesKey, message, receiveId)
const query = { timestamp: '1767571200', nonce: '1712305418' }
const signature = getSignature(token, query.timestamp, query.nonce, sealed)
const body = `<xml><ToUserName><![CDATA[${receiveId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID>\
<Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`

/**
 * Two ways to convert the body of a callback request from WeCom to a parsed event. The first uses WeCom's package
 * `@wecom/crypto`, the second uses `@wecom/callback` of this project.
 */
export const callbackWays = {
  '@wecom/crypto and fast-xml-parser': (): Call => {
    const parser = new XMLParser()
    return async () => {
      const { Encrypt } = (parser.parse(body) as { xml: { Encrypt: string } }).xml
      if (getSignature(token, query.timestamp, query.nonce, Encrypt) !== signature) throw new Error('signature')
      const opened = decrypt(encodingAesKey, Encrypt)
      if (opened.id !== receiveId) throw new Error('receive id')
      return parser.parse(opened.message) as unknown
    }
  },
  '@wecom/callback': (): Call => {
    const key = importKey(encodingAesKey)
    return async () => {
      const { Encrypt } = parseEnvelope(body)
      verifySignature({ token, ...query, encrypt: Encrypt, signature })
      const opened = decryptMessage({ key, encrypt: Encrypt, receiveIds: [receiveId] })
      return parseEvent(opened.message)
    }
  },
}

export function createCall(way: keyof typeof callbackWays): Call {
  return callbackWays[way]()
}
