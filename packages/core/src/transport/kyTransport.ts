import ky, { type KyInstance } from 'ky'
import type { Transport } from './Transport.ts'

export type { KyInstance }

/**
 * Over an instance of ky. The only importer of it. Its retries and timeouts are off: those of `request.ts` know what a
 * call does.
 */
export function kyTransport(instance: KyInstance = ky): Transport {
  return (url, init, fetch) =>
    instance(url, {
      ...init,
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      // Ky calls it as a method of these options, which the `fetch` of browsers refuses.
      fetch: (input, requestInit) => fetch(input, requestInit),
    })
}
