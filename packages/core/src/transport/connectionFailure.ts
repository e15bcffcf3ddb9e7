// For all runtimes but browsers and workerd: see connectionFailure.browser.ts.

// Without the message of the error, because it contains the URL.
export interface ConnectionFailure {
  readonly code: string | undefined
  /** True if the request was certainly not sent. False if it may have been sent. */
  readonly unsent: boolean
}

type Facts = { readonly [Name in 'cause' | 'code' | 'errors' | 'host' | 'message' | 'port' | 'syscall']?: unknown }

// Text `syscall code` of a request that was certainly not sent: name resolution, refused or slow connections, TLS, and
// proxies. Some error codes of OpenSSL are not included, because they also occur after the request was sent.
const unsent =
  /^(connect|getaddrinfo|query)| (E?CONN\w*REFUSED|ENOTFOUND|ENODATA|EAI_|ERR_TLS_|ERR_SSL_(?!.*(RECORD|EOF|MESSAGE|INTERNAL))|UND_ERR_PRX)|CONNECT\w*_TIMEOUT/i

// A wrong certificate, an argument that the runtime refuses, or credentials that a proxy refuses.
const lastingCodes = /CERT|^(CRL|UNABLE_TO|PATH_LENGTH|HOSTNAME)_|^INVALID_(CA|PURPOSE)$|ERR_INVALID_(URL|ARG)$|_407$/

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

function isUnsent({ code, syscall, host, port, message }: Facts): boolean {
  // Codes such as ETIMEDOUT and ECONNRESET occur before and after sending. On Node, `syscall` distinguishes the two
  // cases: `connect` before, `read` after. Errors of Bun have no `syscall`, and errors of Deno have no code, so there
  // such an error does not prove that nothing was sent.
  return (
    unsent.test(`${String(syscall)} ${String(code)}`) ||
    isLasting(String(code)) ||
    // A proxy refused to connect. Other aborted requests, which have the same code, may have been sent.
    (code === 'UND_ERR_ABORTED' && String(message).startsWith('Proxy response')) ||
    // The server closed during the handshake. Errors of established connections have no host.
    (code === 'ECONNRESET' && !syscall && Boolean(host && port))
  )
}
