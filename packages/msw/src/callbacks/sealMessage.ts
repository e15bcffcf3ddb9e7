import { encryptMessage, importKey, signMessage } from '@wecom/callback'
import type { CallbackSettings } from './CallbackSettings.ts'

/** A message on its way: nobody can read it without the key, or change it without the token. */
export interface SealedMessage {
  /** The ciphertext. */
  readonly encrypt: string
  /** What the query says about it. */
  readonly query: { readonly msg_signature: string; readonly timestamp: string; readonly nonce: string }
}

/**
 * Encrypts and signs a message; each time it comes out differently. Signed is by the clock on the wall, as receivers
 * may refuse what is too old.
 */
export function sealMessage(
  { token, encodingAesKey }: CallbackSettings,
  receiveId: string,
  message: string,
): SealedMessage {
  const key = importKey(encodingAesKey)
  const encrypt = encryptMessage({ key, receiveId, message, random: hexCharacters() })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = String(crypto.getRandomValues(new Uint32Array(1))[0])
  const msg_signature = signMessage({ token, timestamp, nonce, encrypt })
  return { encrypt, query: { msg_signature, timestamp, nonce } }
}

/** 16 of them, as characters: WeCom uses no other bytes. */
function hexCharacters(): Uint8Array {
  return new TextEncoder().encode(crypto.randomUUID().replaceAll('-', '').slice(0, 16))
}
