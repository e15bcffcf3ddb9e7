import { isSecretName, secretInUrl, secretName } from '../secretNames.ts'

/**
 * Writes a result as JSON without credentials. Removes them from URLs that a gateway may have repeated, and refuses
 * fields with the name of a credential.
 *
 * @throws {Error} there is a field with the name of a credential. Such an endpoint must not be behind a proxy.
 */
export function maskSecrets(result: object): string {
  const name = findSecretName(result, new Set())
  if (name !== undefined) throw new Error(`the result contains ${name}, which callers must not get`)
  const json = JSON.stringify(result)
  return secretName.test(json) ? json.replaceAll(/[^\s"\\]+/g, (run) => (secretInUrl.test(run) ? '***' : run)) : json
}

/**
 * Finds a field with the name of a credential in a value.
 * @param known - names that are known not to be secret. They save time, because a list of customers repeats the same
 * few names thousands of times.
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
