import type { CatalogueEndpoint } from '@wecom-tools/catalogue'

/** @throws {Error} the call cannot be scaffolded, or not like this. */
export function checkCall(call: CatalogueEndpoint, checkWith?: string): void {
  const { fn, effect, check_with, pagination } = call
  if (hasFile(call)) {
    throw new Error(`${fn} sends or gives a file: write it by hand, like those of packages/media`)
  }
  if (pagination?.style === 'page') {
    throw new Error(`${fn} goes by page numbers, and the catalogue does not say which is the first: write it by hand`)
  }
  const wantsCheckWith = (effect === 'create' || effect === 'send') && !check_with
  if (wantsCheckWith && checkWith === undefined) {
    throw new Error(
      `${fn} is a ${effect}: say which function tells whether it took effect (--checkWith), ` +
        'or write into the catalogue why none does (check_with)',
    )
  }
  if (!wantsCheckWith && checkWith !== undefined) {
    throw new Error(`${fn} takes no checkWith: ${check_with ? check_with.none : `it is a ${effect}`}`)
  }
}

/** Returns whether a call uploads or downloads a file. */
export function hasFile({ body, response }: CatalogueEndpoint): boolean {
  return [...body, ...response].some(({ type }) => type === 'file')
}
