import type { AnyEndpoint } from '@wecom/core'
import { InputError, nearest } from './input.ts'

/** The endpoints that the fake corp serves. */
export class Endpoints {
  readonly #all: readonly AnyEndpoint[]

  constructor(endpoints: readonly AnyEndpoint[]) {
    this.#all = endpoints
  }

  /**
   * Returns the endpoint with a name or path.
   *
   * @throws {InputError} for the field `endpoint`: no endpoint has this name or path. The message suggests similar
   *   names.
   */
  get(nameOrPath: string): AnyEndpoint {
    const found = this.#all.find((endpoint) => isMeant(nameOrPath, endpoint))
    if (found) return found
    const known = this.#all.map(({ name, path }) => (nameOrPath.startsWith('/') ? path : name))
    const meant = nearest(nameOrPath, known)
    throw new InputError('endpoint', `No endpoint ${nameOrPath} is served; did you mean ${meant.join(' or ')}?`)
  }

  /**
   * Checks that an endpoint has this name or path. Does nothing if the argument is undefined.
   *
   * @throws {InputError} as `get`.
   */
  check(nameOrPath: string | undefined): void {
    if (nameOrPath !== undefined) this.get(nameOrPath)
  }
}

/** Whether a name or path is that of an endpoint. If no name or path is given, returns true for every endpoint. */
export function isMeant(nameOrPath: string | undefined, { name, path }: Pick<AnyEndpoint, 'name' | 'path'>): boolean {
  return nameOrPath === undefined || nameOrPath === name || nameOrPath === path
}

/** Whether an endpoint reads customer-contact data and changes nothing. */
export function isCustomerContactRead({ effect, path }: AnyEndpoint): boolean {
  return effect === 'read' && path.startsWith('/cgi-bin/externalcontact/')
}

/** Returns the name of the parameter for the cursor of a paged list. Undefined if the endpoint has no pages. */
export function cursorParameter({ pagination }: AnyEndpoint): string | undefined {
  return pagination?.style === 'cursor' ? pagination.in : undefined
}
