import { decryptMessage, type DecryptedMessage } from '../crypto/decryptMessage.ts'
import { verifySignature } from '../crypto/verifySignature.ts'
import type { CallbackKey } from '../crypto/importKey.ts'
import type { CallbackHandlerOptions } from './CallbackHandlerOptions.ts'
import { checkAge } from './checkAge.ts'

/** Checks everything that can be checked about a ciphertext, signature first, and gives what is in it. */
export function openMessage(
  options: CallbackHandlerOptions,
  key: CallbackKey,
  query: URLSearchParams,
  encrypt: string,
): DecryptedMessage {
  const { token, receiveIds } = options
  const timestamp = query.get('timestamp') ?? ''
  const nonce = query.get('nonce') ?? ''
  const signature = query.get('msg_signature') ?? ''
  verifySignature({ token, timestamp, nonce, encrypt, signature })
  checkAge(options, timestamp)
  return decryptMessage({ key, encrypt, receiveIds })
}
