/** Names of fields that contain credentials of a corp, suite (third-party app, 第三方应用) or service provider. */
const names: readonly string[] = [
  'access_token',
  'suite_access_token',
  'provider_access_token',
  'corpsecret',
  'suite_secret',
  'provider_secret',
  'suite_ticket',
  'permanent_code',
]

/** Pattern that matches the name of a credential anywhere in a text. */
export const secretName: RegExp = new RegExp(names.join('|'), 'i')

/** Pattern that matches the name of a credential with an equals sign, as in the query string of a URL. */
export const secretInUrl: RegExp = new RegExp(`(?:${names.join('|')})(?:=|%3d)`, 'i')

const bareNames: ReadonlySet<string> = new Set(names.map(bare))

/**
 * Checks whether a field name is the name of a credential. The function ignores all characters that are neither letters
 * nor digits, such as `_` and `-`. It treats upper and lower case as equal, and full-width letters as normal letters.
 */
export function isSecretName(name: string): boolean {
  return bareNames.has(bare(name))
}

/** Returns the letters and digits of a name, in lower case. */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
