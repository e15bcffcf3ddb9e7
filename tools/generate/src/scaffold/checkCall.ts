import type { CatalogueEndpoint } from '@wecom-tools/catalogue'

/**
 * Checks that the generator supports a call. Also checks `checkWith`: it must be present if the call needs it, and
 * absent otherwise. A call needs `checkWith` if its effect is `create` or `send`. Exception: a call with the field
 * `check_with` in the catalogue does not need it, because no function shows whether such a call took effect.
 *
 * @param checkWith - name of the function that shows whether a `create` or `send` call took effect.
 * @throws {Error} the call uploads or downloads a file, or uses page numbers. Or `checkWith` is missing or not allowed.
 */
export function checkCall(call: CatalogueEndpoint, checkWith?: string): void {
  const { fn, effect, check_with, pagination } = call
  if (hasFile(call)) {
    throw new Error(`${fn} uploads or downloads a file. Write it by hand, like the functions of packages/media`)
  }
  if (pagination?.style === 'page') {
    throw new Error(
      `${fn} uses page numbers, and the catalogue does not contain the first page number. Write it by hand`,
    )
  }
  const wantsCheckWith = (effect === 'create' || effect === 'send') && !check_with
  if (wantsCheckWith && checkWith === undefined) {
    throw new Error(
      `${fn} has the effect ${effect}. Name the function that shows whether it took effect (--checkWith), ` +
        'or write into the catalogue why no function shows it (check_with)',
    )
  }
  if (!wantsCheckWith && checkWith !== undefined) {
    throw new Error(`${fn} must have no checkWith: ${check_with ? check_with.none : `its effect is ${effect}`}`)
  }
}

/** Returns whether a call uploads or downloads a file. */
export function hasFile({ body, response }: CatalogueEndpoint): boolean {
  return [...body, ...response].some(({ type }) => type === 'file')
}
