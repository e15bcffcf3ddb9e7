/**
 * Something that somebody asks of the tenant cannot be, though its form is right: an id that nobody has, a moment that is
 * over. `path` is the field that says so; empty for the whole.
 */
export class InputError extends RangeError {
  override readonly name = 'InputError'
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}
