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

/** A field whose value is an object. `entries` are the fields of this object. */
export interface GroupField {
  readonly kind: 'group'
  readonly entries: readonly Entry[]
}

/**
 * A field whose value is one of several kinds of objects. Each object contains a field, e.g. `msgtype`, whose value
 * selects the kind of the object.
 */
export interface VariantField {
  readonly kind: 'variant'
  /** Name of the field whose value selects the kind of the object, e.g. `msgtype`. */
  readonly key: string
  readonly variants: readonly Variant[]
}

/** One kind of object that a `VariantField` accepts. */
export interface Variant {
  /** Value that selects this kind of object, e.g. `image` for the field `msgtype`. */
  readonly value: string
  /** The fields of this kind of object, without the field that selects the kind. */
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
