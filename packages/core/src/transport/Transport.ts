/** A function that works like `fetch`. */
export type Fetch = typeof globalThis.fetch

/** Sends one request, once, and gives back whatever answer comes, whatever its status. */
export type Transport = (url: string, init: RequestInit, fetch: Fetch) => Promise<Response>
