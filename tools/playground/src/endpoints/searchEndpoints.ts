import type { AnyEndpoint } from '@wecom/core'
import type { EndpointPackage } from './endpoints.ts'

/**
 * Returns the endpoints whose name, path or titles contain every word of a text. Packages without such an endpoint are
 * left out.
 *
 * @param titlesOf - returns the titles of an endpoint in all languages.
 */
export function searchEndpoints(
  packages: readonly EndpointPackage[],
  text: string,
  titlesOf: (endpoint: AnyEndpoint) => readonly string[],
): EndpointPackage[] {
  const words = text.toLowerCase().split(/\s+/)
  const isFound = (endpoint: AnyEndpoint): boolean => {
    const searched = [endpoint.name, endpoint.path, ...titlesOf(endpoint)].join(' ').toLowerCase()
    return words.every((word) => searched.includes(word))
  }
  return packages
    .map(({ name, endpoints }) => ({ name, endpoints: endpoints.filter(isFound) }))
    .filter(({ endpoints }) => endpoints.length > 0)
}
