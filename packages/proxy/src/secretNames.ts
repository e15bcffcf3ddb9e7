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

export const secretName: RegExp = new RegExp(names.join('|'), 'i')

// The equals sign may be percent-encoded.
export const secretInUrl: RegExp = new RegExp(`(?:${names.join('|')})(?:=|%3d)`, 'i')

const bareNames: ReadonlySet<string> = new Set(names.map(bare))

export function isSecretName(name: string): boolean {
  return bareNames.has(bare(name))
}

function bare(name: string): string {
  // Ignores upper and lower case, full-width forms of letters, and all characters that are neither letters nor digits,
  // such as `_` and `-`.
  return name
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
