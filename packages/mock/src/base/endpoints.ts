import type { AnyEndpoint } from '@wecom/core'
import { InputError, nearest } from './input.ts'

/** Everything that is served. */
export class Endpoints {
  readonly #all: readonly AnyEndpoint[]

  constructor(endpoints: readonly AnyEndpoint[]) {
    this.#all = endpoints
  }

  /**
   * The endpoint with a name or path.
   *
   * @throws {InputError} for the field `endpoint`: no endpoint has this name or path. The message suggests some.
   */
  get(nameOrPath: string): AnyEndpoint {
    const found = this.#all.find((endpoint) => isMeant(nameOrPath, endpoint))
    if (found) return found
    const known = this.#all.map(({ name, path }) => (nameOrPath.startsWith('/') ? path : name))
    const meant = nearest(nameOrPath, known)
    throw new InputError('endpoint', `No endpoint ${nameOrPath} is served; did you mean ${meant.join(' or ')}?`)
  }

  /** @throws {InputError} as `get`. */
  check(nameOrPath: string | undefined): void {
    if (nameOrPath !== undefined) this.get(nameOrPath)
  }
}

/** Whether an endpoint has this name or path. Without one, every endpoint is meant. */
export function isMeant(nameOrPath: string | undefined, { name, path }: Pick<AnyEndpoint, 'name' | 'path'>): boolean {
  return nameOrPath === undefined || nameOrPath === name || nameOrPath === path
}

/** Whether an endpoint reads data of customer contact, and changes nothing. */
export function isCustomerContactRead({ effect, path }: AnyEndpoint): boolean {
  return effect === 'read' && path.startsWith('/cgi-bin/externalcontact/')
}

/** The parameter that takes the cursor of a paged list. */
export function cursorParameter({ pagination }: AnyEndpoint): string | undefined {
  return pagination?.style === 'cursor' ? pagination.in : undefined
}
