import { InputError } from '../InputError.ts'
import { isLoopback } from '../isLoopback.ts'

/** Where events go to: what the console has under 接收消息 of an app, or under 指令回调 of a suite. */
export interface CallbackSettings {
  readonly url: string
  /** 1 to 32 letters and digits. */
  readonly token: string
  /** 43 letters and digits. */
  readonly encodingAesKey: string
  /** The app whose URL it is. If left out, the corp's first one. */
  readonly agentId?: number | undefined
  /** The suite whose instruction URL (指令回调URL) it is, in place of an app's. */
  readonly suiteId?: string | undefined
  /** Lets the URL be on another machine. Whoever listens there gets events that never happened. */
  readonly allowRemote?: boolean | undefined
}

/** @throws {InputError} something in them cannot be right, or the URL is on another machine without `allowRemote`. */
export function checkSettings({ url, token, encodingAesKey, allowRemote = false }: CallbackSettings): void {
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new InputError('url', `callback URL ${url} must be one of http or https`)
  }
  if (!allowRemote && !isLoopback(address.hostname)) {
    throw new InputError(
      'url',
      `callback URL ${url} is on another machine; allow that with allowRemote, or use 127.0.0.1`,
    )
  }
  if (!/^[A-Za-z0-9]{1,32}$/.test(token))
    throw new InputError('token', 'callback token must be 1 to 32 letters and digits')
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) {
    throw new InputError('encodingAesKey', 'callback encodingAesKey must be 43 letters and digits')
  }
}
