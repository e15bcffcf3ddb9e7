// For all runtimes but browsers and workerd: see connectionFailure.browser.ts.

/**
 * The facts about a failed connection. The message of the transport's error is dropped, because it contains the URL.
 */
export interface ConnectionFailure {
  /** Error code of the runtime, from the error or one of its causes, e.g. `ECONNRESET`. */
  readonly code: string | undefined
  /** Whether nothing was sent, because there was no connection, or because the connection was not used. */
  readonly unsent: boolean
}

type Facts = { readonly [Name in 'cause' | 'code' | 'errors' | 'host' | 'port' | 'syscall']?: unknown }

/**
 * Pattern for the error codes of requests that were not sent: name resolution, refused and slow connections, TLS and
 * proxies. Some errors of OpenSSL also occur on established connections. They are not included, because the request may
 * have arrived. Node's `fetch` reports a proxy that refuses to connect as UND_ERR_ABORTED. Requests that the client
 * itself stops are handled elsewhere.
 */
const unsent =
  /^(connect|getaddrinfo|query)| (E?CONN\w*REFUSED|ENOTFOUND|ENODATA|EAI_|ERR_TLS_|ERR_SSL_(?!.*(RECORD|EOF|MESSAGE|INTERNAL))|UND_ERR_(ABORT|PRX))|CONNECT\w*_TIMEOUT/i

/**
 * Pattern for the error codes of failures that last: certificates, arguments that the runtime refuses, and credentials
 * that a proxy refuses.
 */
const lastingCodes = /CERT|^(CRL|UNABLE_TO|INVALID|PATH_LENGTH|HOSTNAME)_|ERR_INVALID_(URL|ARG)$|_407$/

/** Whether another attempt would fail with the same code. */
export function isLasting(code = ''): boolean {
  return lastingCodes.test(code)
}

export function readConnectionFailure(error: unknown, depth = 8): ConnectionFailure {
  const facts: Facts = Object(error)
  // One error for each address of a host. Some may have failed after sending.
  const members: readonly Facts[] = Array.isArray(facts.errors) && facts.errors[0] ? facts.errors.map(Object) : [facts]
  const code = facts.code ?? members[0]?.code
  if (typeof code === 'string') return { code, unsent: members.every(isUnsent) }
  // Limited, because a chain of causes can be circular.
  return depth > 0 ? readConnectionFailure(facts.cause, depth - 1) : { code: undefined, unsent: false }
}

/**
 * Whether nothing was sent. Node's `syscall` says what failed with ETIMEDOUT, ECONNRESET and other codes: `connect`
 * means that there was no connection, and `read` that the answer was cut off. Bun gives these codes without `syscall`
 * in both cases, and Deno gives no code, so on these runtimes they prove nothing.
 */
function isUnsent({ code, syscall, host, port }: Facts): boolean {
  return (
    unsent.test(`${String(syscall)} ${String(code)}`) ||
    isLasting(String(code)) ||
    // The server closed during the handshake. Errors of established connections have no host.
    (code === 'ECONNRESET' && !syscall && Boolean(host && port))
  )
}
