/** What the error of a transport tells. Its message is dropped: it holds the URL. */
export interface ConnectionFailure {
  /** The runtime's code, on the error itself or on a cause below it, e.g. `ECONNRESET`. */
  readonly code: string | undefined
  /** No connection came about, or nothing was sent over it: nothing can have happened on the other side. */
  readonly unsent: boolean
}

type Facts = { readonly [Name in 'cause' | 'code' | 'errors' | 'host' | 'port' | 'syscall']?: unknown }

/**
 * Name resolution, refused and slow connections, TLS, proxies. An established connection raises some errors of OpenSSL,
 * too: after those the request may have arrived. UND_ERR_ABORTED comes from Node's `fetch` where a proxy refuses to
 * connect; requests that the client itself stops do not come here.
 */
const unsent =
  /^(connect|getaddrinfo|query)| (E?CONN\w*REFUSED|ENOTFOUND|ENODATA|EAI_|ERR_TLS_|ERR_SSL_(?!.*(RECORD|EOF|MESSAGE|INTERNAL))|UND_ERR_(ABORT|PRX))|CONNECT\w*_TIMEOUT/i

/** Certificates, arguments that the runtime refuses before it sends, and credentials that a proxy refuses. */
const lastingCodes = /CERT|^(CRL|UNABLE_TO|INVALID|PATH_LENGTH|HOSTNAME)_|ERR_INVALID_(URL|ARG)$|_407$/

/** Whether another attempt would fail with the same code. */
export function isLasting(code = ''): boolean {
  return lastingCodes.test(code)
}

export function readConnectionFailure(error: unknown, depth = 8): ConnectionFailure {
  const facts: Facts = Object(error)
  // One error for each address of a host: some may have failed after they had sent.
  const members: readonly Facts[] = Array.isArray(facts.errors) && facts.errors[0] ? facts.errors.map(Object) : [facts]
  const code = facts.code ?? members[0]?.code
  if (typeof code === 'string') return { code, unsent: members.every(isUnsent) }
  // A limit, as a cause can lead back to its own error.
  return depth > 0 ? readConnectionFailure(facts.cause, depth - 1) : { code: undefined, unsent: false }
}

/**
 * Node says in `syscall` what failed: with ETIMEDOUT, ECONNRESET and others no connection came about where it is
 * `connect`. Where it is `read`, the answer broke off. Bun gives these codes without `syscall` for both, and Deno gives no
 * code at all: there they prove nothing.
 */
function isUnsent({ code, syscall, host, port }: Facts): boolean {
  return (
    unsent.test(`${String(syscall)} ${String(code)}`) ||
    isLasting(String(code)) ||
    // A server that closes during the handshake. An error of an established connection names no host.
    (code === 'ECONNRESET' && !syscall && Boolean(host && port))
  )
}
