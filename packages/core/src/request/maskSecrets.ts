const secretName = /token|secret|ticket|permanent_code|auth_code|authorization|cookie|session/i

/**
 * Replaces the secrets of a request by `***` in a text, e.g. in an error message of the server. Also finds secrets that
 * are percent-encoded (once or several times), or escaped for JSON or HTML.
 *
 * @param sent - parameters and headers of the request. The secrets are the values of fields such as `access_token`.
 */
export function maskSecrets(text: string, ...sent: readonly (object | undefined)[]): string {
  return sent
    .flatMap((fields) => Object.entries(fields ?? {}))
    .reduce((masked, [name, value]) => {
      // Removes `Bearer ` from `Bearer <token>`, because the server may repeat only the token.
      const secret = secretName.test(name) && typeof value === 'string' && value.replace(/^\w+ /, '')
      return secret && mayContain(text, secret) ? masked.replace(inAnyForm(secret), '***') : masked
    }, text)
}

/**
 * Returns false if the text certainly does not contain the secret, in any encoding. This check is fast. It avoids
 * compiling the regular expression for the secret, which is slow for a long secret such as a cookie.
 */
function mayContain(text: string, secret: string): boolean {
  // No encoding changes letters and digits.
  return RegExp(/[a-z\d]{8,}/i.exec(secret)?.[0] ?? '', 'i').test(text)
}

function inAnyForm(secret: string): RegExp {
  // Every other character may be encoded, e.g. as `%2F` or `\u002f`.
  const pattern = secret.replace(/[^a-z\d]/giu, (character) => {
    const hex = character.codePointAt(0)?.toString(16)
    // At most 9 backslashes: otherwise the search in a long run of backslashes would take quadratic time.
    return `(?:\\\\?\\u{${hex}}|(?:%(?:25)*|\\\\{1,9}u)0*${hex}|&#?\\w+;)`
  })
  return new RegExp(pattern, 'giu')
}
