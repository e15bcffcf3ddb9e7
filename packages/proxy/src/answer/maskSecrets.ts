import { isSecretName, secretInUrl, secretName } from '../secretNames.ts'

/**
 * Converts a result to JSON without credentials. The function replaces URLs that contain a credential by `***`.
 *
 * @throws {Error} a field of the result has the name of a credential, such as `access_token`. A proxy must not serve an
 *   endpoint with such a result.
 */
export function maskSecrets(result: object): string {
  const name = findSecretName(result, new Set())
  if (name !== undefined) throw new Error(`the result contains ${name}, which callers must not get`)
  const json = JSON.stringify(result)
  return secretName.test(json) ? json.replaceAll(/[^\s"\\]+/g, (run) => (secretInUrl.test(run) ? '***' : run)) : json
}

/**
 * Finds a field that has the name of a credential, at any depth.
 * @param known - harmless names that the function has already checked. It adds further names. This saves time, because
 *   a list of customers contains the same few names thousands of times.
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
