import type { KyInstance } from 'ky'
import type { Transport } from './Transport.ts'

let loading: Promise<{ readonly default: KyInstance }> | undefined

/**
 * Over ky. The only importer of it. Its retries and timeouts are off: those of `request.ts` know what a call does.
 * `fetch` gets the plain request, as building it a second time out of ky's `Request` costs a tenth of the speed.
 *
 * ky comes with the first request: merely importing it makes Node load its whole `fetch`, which doubles the start-up
 * time of everybody who imports a domain.
 */
export const kyTransport: Transport = async (url, init, fetch) => {
  loading ??= import('ky')
  const { default: ky } = await loading
  return ky(url, { retry: 0, timeout: false, throwHttpErrors: false, fetch: () => fetch(url, init) })
}
