/** Pattern for the names of parameters and headers that contain secrets. */
const secretName = /token|secret|ticket|permanent_code|auth_code|authorization|cookie|session/i

/**
 * Removes the secrets of a call from a text that may contain them, e.g. an error message of the server. Finds plain
 * secrets, secrets that are percent-encoded once or several times, and secrets that are escaped for JSON or HTML.
 *
 * @param sent - parameters and headers of the call, as objects with their names and values.
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
 * Returns a pattern that finds a secret in every encoding. Letters and digits must be the same as in the secret,
 * because no encoding changes them. Every other character may be encoded, e.g. as `%2F` or `\u002f`.
 *
 * The pattern accepts at most 9 backslashes before the `u`. Without this limit, the search in a text with a long run of
 * backslashes would take quadratic time.
 */
function inAnyForm(secret: string): RegExp {
  const pattern = secret.replace(/[^a-z\d]/giu, (character) => {
    const hex = character.codePointAt(0)?.toString(16)
    return `(?:\\\\?\\u{${hex}}|(?:%(?:25)*|\\\\{1,9}u)0*${hex}|&#?\\w+;)`
  })
  return new RegExp(pattern, 'giu')
}
