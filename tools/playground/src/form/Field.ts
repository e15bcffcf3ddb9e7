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

/** A field that is one of several objects. The value of its field `key` selects the object. */
export interface VariantField {
  readonly kind: 'variant'
  readonly key: string
  readonly variants: readonly Variant[]
}

export interface Variant {
  /** Value of the field `key` that selects this object. */
  readonly value: string
  /** The fields of this object, without the field `key`. */
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
