import { isSecretName, secretInUrl, secretName } from '../secretNames.ts'

/**
 * Converts a result to JSON without credentials. URLs that contain a credential are replaced by `***`.
 *
 * @throws {Error} a field of the result has the name of a credential, such as `access_token`. The proxy must not serve
 * such an endpoint.
 */
export function maskSecrets(result: object): string {
  const name = findSecretName(result, new Set())
  if (name !== undefined) throw new Error(`the result contains ${name}, which callers must not get`)
  const json = JSON.stringify(result)
  return secretName.test(json) ? json.replaceAll(/[^\s"\\]+/g, (run) => (secretInUrl.test(run) ? '***' : run)) : json
}

/**
 * Finds a field whose name is that of a credential, at any depth.
 * @param known - names that were already checked and are harmless. This saves time, because a list of customers
 * contains the same few names thousands of times.
 * @returns the name of the field. Undefined if there is none.
 */
function findSecretName(value: unknown, known: Set<string>): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const isList = Array.isArray(value)
  for (const [name, each] of Object.entries(value)) {
    if (!isList && !known.has(name)) {
      if (isSecretName(name)) return name
      known.add(name)
    }
    const found = findSecretName(each, known)
    if (found !== undefined) return found
  }
  return undefined
}
