/** Names of parameters and headers whose values are secrets. */
const secretName = /token|secret|ticket|permanent_code|auth_code|authorization|cookie|session/i

/**
 * Replaces the secrets of a call in a text that repeats them: plain, percent-encoded once or more often, or escaped for
 * JSON or HTML.
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

/** Makes a pattern from the letters and digits, which are the same in every encoding. */
function inAnyForm(secret: string): RegExp {
  const pattern = secret.replace(/[^a-z\d]/giu, (character) => {
    const hex = character.codePointAt(0)?.toString(16).padStart(2, '0')
    return `(?:\\\\?\\u{${hex}}|(?:%(?:25)*|\\\\+u00)${hex}|&#?\\w+;)`
  })
  return new RegExp(pattern, 'giu')
}
