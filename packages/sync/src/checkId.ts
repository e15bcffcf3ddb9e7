/** @throws {RangeError} `id` does not fit in a column of the kind `id`. */
export function checkId(name: string, id: unknown): void {
  if (typeof id === 'string' && /^[\x20-\x7e]{1,128}$/.test(id)) return
  throw new RangeError(`${name} must be 1 to 128 ASCII characters, got ${JSON.stringify(id)}`)
}
