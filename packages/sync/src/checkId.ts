/**
 * Checks that `id` is a text of 1 to 128 printable ASCII characters. Such a text fits in an id column of the tables.
 *
 * @param name - name of the checked value, for the error message.
 * @throws {RangeError} `id` is not such a text.
 */
export function checkId(name: string, id: unknown): void {
  if (typeof id === 'string' && /^[\x20-\x7e]{1,128}$/.test(id)) return
  throw new RangeError(`${name} must be 1 to 128 ASCII characters, got ${JSON.stringify(id)}`)
}
