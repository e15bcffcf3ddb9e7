import { isSecretName, secretInUrl, secretName } from '../secretNames.ts'

/**
 * Converts a result of WeCom's API to JSON, with `***` instead of each URL that contains a credential.
 *
 * @throws {Error} a field has the name of a credential. A proxy must not serve an endpoint with such a result.
 */
export function maskSecrets(result: object): string {
  const name = findSecretName(result, new Set())
  if (name !== undefined) throw new Error(`the result contains ${name}, which callers must not get`)
  const json = JSON.stringify(result)
  return secretName.test(json) ? json.replaceAll(/[^\s"\\]+/g, (run) => (secretInUrl.test(run) ? '***' : run)) : json
}

function findSecretName(value: unknown, known: Set<string>): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const isList = Array.isArray(value)
  for (const [name, each] of Object.entries(value)) {
    // Checks each name once: a list of customers contains the same few names thousands of times.
    if (!isList && !known.has(name)) {
      if (isSecretName(name)) return name
      known.add(name)
    }
    const found = findSecretName(each, known)
    if (found !== undefined) return found
  }
  return undefined
}
