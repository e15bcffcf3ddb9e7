import type { CatalogueEndpoint } from '../Catalogue.ts'
import type { EndpointLike } from './EndpointLike.ts'
import { unless } from './unless.ts'

/**
 * Checks that a package exports the function of an endpoint, and returns the problems. A `create` or `send` endpoint
 * must also name a function in `checkWith`, which shows whether the call took effect. The package must export that
 * function. If the catalogue says that no such function is possible, the endpoint must not have `checkWith`.
 */
export function checkExports(
  exports: Readonly<Record<string, unknown>>,
  endpoint: EndpointLike,
  entry: CatalogueEndpoint,
): string[] {
  return [
    ...unless(isFunction(exports, endpoint.name), `no function ${endpoint.name} is exported`),
    ...(entry.effect === 'create' || entry.effect === 'send' ? checkCheckWith(exports, endpoint, entry) : []),
  ]
}

function checkCheckWith(
  exports: Readonly<Record<string, unknown>>,
  { checkWith }: EndpointLike,
  { effect, check_with }: CatalogueEndpoint,
): string[] {
  if (check_with) return unless(!checkWith, `checkWith is ${checkWith} here, none in the catalogue: ${check_with.none}`)
  if (!checkWith) return [`checkWith is missing here: which function tells whether a ${effect} took effect?`]
  return unless(isFunction(exports, checkWith), `checkWith is ${checkWith}, but no such function is exported`)
}

function isFunction(exports: Readonly<Record<string, unknown>>, name: string): boolean {
  return typeof exports[name] === 'function'
}
