/** The fields in which a corp, a suite or a provider proves itself to WeCom. */
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

/** One of the names, wherever it stands in a text. */
export const secretName: RegExp = new RegExp(names.join('|'), 'i')

/** One of the names in a URL, with its value to follow. */
export const secretInUrl: RegExp = new RegExp(`(?:${names.join('|')})(?:=|%3d)`, 'i')

const bareNames: ReadonlySet<string> = new Set(names.map(bare))

/** Whether a field holds a credential, however its name is spelt: in capitals, in full-width letters, with hyphens. */
export function isSecretName(name: string): boolean {
  return bareNames.has(bare(name))
}

/** Letters and digits alone. */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
