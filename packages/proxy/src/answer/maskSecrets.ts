import { isSecretName, secretInUrl, secretName } from '../secretNames.ts'

/**
 * A text in JSON without credentials: neither a URL that carries one, should something on the way repeat one, nor a
 * field with the name of one.
 *
 * @throws {Error} there is such a field. The endpoint is not one for a proxy.
 */
export function maskSecrets(json: string): string {
  if (!secretName.test(json)) return json
  for (const [, name = ''] of json.matchAll(/"(\w{1,40})":/g)) {
    if (isSecretName(name)) throw new Error(`the result holds ${name}, and that stays on the server`)
  }
  return json.replaceAll(/[^\s"\\]+/g, (run) => (secretInUrl.test(run) ? '***' : run))
}
