/** The names of fields with credentials of corps, suites and providers. */
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

/** Matches one of the names anywhere in a text. */
export const secretName: RegExp = new RegExp(names.join('|'), 'i')

/** Matches one of the names in a URL, before its value. */
export const secretInUrl: RegExp = new RegExp(`(?:${names.join('|')})(?:=|%3d)`, 'i')

const bareNames: ReadonlySet<string> = new Set(names.map(bare))

/** Whether a field is a credential, also in capitals, in full-width letters or with hyphens. */
export function isSecretName(name: string): boolean {
  return bareNames.has(bare(name))
}

/** Returns only the letters and digits. */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
