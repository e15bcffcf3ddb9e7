import type { Transport } from './Transport.ts'

/** Over the platform's `fetch` alone. */
export const fetchTransport: Transport = (url, init, fetch) => fetch(url, init)
