/** Pattern for the names of parameters and headers whose values are secrets. */
const secretName = /token|secret|ticket|permanent_code|auth_code|authorization|cookie|session/i

/**
 * Removes the secrets of a call from a text that may repeat them, e.g. an error of the server. Finds secrets that are
 * plain, percent-encoded once or more often, or escaped for JSON or HTML.
 *
 * @param sent - parameters and headers of the call, by name.
 */
export function maskSecrets(text: string, ...sent: readonly (object | undefined)[]): string {
  return sent
    .flatMap((fields) => Object.entries(fields ?? {}))
    .reduce((masked, [name, value]) => {
      // The server may repeat the token of `Bearer token` alone.
      const secret = secretName.test(name) && typeof value === 'string' && value.replace(/^\w+ /, '')
      return secret ? masked.replace(inAnyForm(secret), '***') : masked
    }, text)
}

/**
 * Makes a pattern that finds a secret in every encoding. Compares only letters and digits, which no encoding changes.
 */
function inAnyForm(secret: string): RegExp {
  const pattern = secret.replace(/[^a-z\d]/giu, (character) => {
    const hex = character.codePointAt(0)?.toString(16)
    return `(?:\\\\?\\u{${hex}}|(?:%(?:25)*|\\\\+u)0*${hex}|&#?\\w+;)`
  })
  return new RegExp(pattern, 'giu')
}
