const secretName = /token|secret|ticket|permanent_code|auth_code|authorization|cookie|session/i

/**
 * Removes the secrets of a call from a text, e.g. an error message of the server. Also finds secrets that are
 * percent-encoded (once or several times), or escaped for JSON or HTML.
 *
 * @param sent - parameters and headers of the call.
 */
export function maskSecrets(text: string, ...sent: readonly (object | undefined)[]): string {
  return sent
    .flatMap((fields) => Object.entries(fields ?? {}))
    .reduce((masked, [name, value]) => {
      // The server may repeat the token of `Bearer token` alone.
      const secret = secretName.test(name) && typeof value === 'string' && value.replace(/^\w+ /, '')
      // No form of a secret is shorter than the secret. Most texts are only "ok".
      return secret && masked.length >= secret.length ? masked.replace(inAnyForm(secret), '***') : masked
    }, text)
}

/**
 * Returns a pattern that finds a secret in every encoding. Letters and digits must match, because no encoding changes
 * them. Every other character may be encoded, e.g. as `%2F` or `\u002f`.
 *
 * At most 9 backslashes before the `u`: otherwise the search in a long run of backslashes would take quadratic time.
 */
function inAnyForm(secret: string): RegExp {
  const pattern = secret.replace(/[^a-z\d]/giu, (character) => {
    const hex = character.codePointAt(0)?.toString(16)
    return `(?:\\\\?\\u{${hex}}|(?:%(?:25)*|\\\\{1,9}u)0*${hex}|&#?\\w+;)`
  })
  return new RegExp(pattern, 'giu')
}
