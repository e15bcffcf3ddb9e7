import type { AnyEndpoint } from '@wecom/core'
import { InputError } from '../InputError.ts'
import { nearest } from '../nearest.ts'

type Named = Pick<AnyEndpoint, 'name' | 'path'>

/**
 * Names and paths of what is served for a tenant. Those who serve it say so, as a tenant that knew all answers by itself
 * would bring them into every bundle.
 */
export class Endpoints {
  readonly #names = new Set<string>()
  readonly #paths = new Set<string>()

  learn(endpoints: Iterable<Named>): void {
    for (const { name, path } of endpoints) {
      this.#names.add(name)
      this.#paths.add(path)
    }
  }

  /**
   * Refuses the name or path of an endpoint that nobody serves. As long as nobody serves anything, every one may come yet.
   *
   * @throws {InputError} for the field `endpoint`, with what may have been meant.
   */
  check(endpoint: string | undefined): void {
    const known = endpoint?.startsWith('/') ? this.#paths : this.#names
    if (endpoint === undefined || known.size === 0 || known.has(endpoint)) return
    const meant = nearest(endpoint, [...known])
    throw new InputError('endpoint', `No endpoint ${endpoint} is served; did you mean ${meant.join(' or ')}?`)
  }
}

/** Whether an endpoint is meant by its name or path. Every one is, if none is named. */
export function isMeant(endpoint: string | undefined, { name, path }: Named): boolean {
  return endpoint === undefined || endpoint === name || endpoint === path
}
