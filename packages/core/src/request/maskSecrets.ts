/** Names of parameters and headers whose values are secrets. */
const secretName = /token|secret|ticket|permanent_code|auth_code|authorization|cookie|session/i

/**
 * Replaces the secrets that went out with a call, if a text repeats them: as they are, percent-encoded once or more
 * often, or escaped for JSON or HTML.
 *
 * @param sent - parameters and headers of the call, by name.
 */
export function maskSecrets(text: string, ...sent: readonly (object | undefined)[]): string {
  return sent
    .flatMap((fields) => Object.entries(fields ?? {}))
    .reduce((masked, [name, value]) => {
      // The token of `Bearer token` may come back alone.
      const secret = secretName.test(name) && typeof value === 'string' && value.replace(/^\w+ /, '')
      return secret ? masked.replace(inAnyForm(secret), '***') : masked
    }, text)
}

/** Letters and digits are the same in every encoding. */
function inAnyForm(secret: string): RegExp {
  const pattern = secret.replace(/[^a-z\d]/giu, (character) => {
    const hex = character.codePointAt(0)?.toString(16).padStart(2, '0')
    return `(?:\\\\?\\u{${hex}}|(?:%(?:25)*|\\\\+u00)${hex}|&#?\\w+;)`
  })
  return new RegExp(pattern, 'giu')
}
