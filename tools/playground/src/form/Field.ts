/** A field of a form. It is derived from a valibot schema. */
export type Field =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'list'; readonly item: Field }
  | GroupField
  | VariantField
  /** A value that a form cannot show, so the user enters it as JSON. */
  | { readonly kind: 'json' }

/** A field that is an object, with the fields of the object. */
export interface GroupField {
  readonly kind: 'group'
  readonly entries: readonly Entry[]
}

/**
 * A field whose value is one of several kinds of objects. The object contains a field, e.g. `msgtype`, whose value
 * names the kind of the object.
 */
export interface VariantField {
  readonly kind: 'variant'
  /** Name of the field that names the kind of the object, e.g. `msgtype`. */
  readonly key: string
  readonly variants: readonly Variant[]
}

/** One kind of object that a `VariantField` accepts. */
export interface Variant {
  /** Value of the field that names the kind of the object, e.g. `image`. */
  readonly value: string
  /** The other fields of this kind of object, without the field that names the kind. */
  readonly group: GroupField
}

export interface Entry {
  readonly name: string
  readonly required: boolean
  readonly field: Field
}

export interface Choice {
  readonly value: string | number
  readonly label: string
}
