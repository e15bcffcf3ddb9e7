/** A field of a form: a valibot schema, reduced to what people can see and type. */
export type Field =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'list'; readonly item: Field }
  | GroupField
  | VariantField
  /** A value that a form cannot show. */
  | { readonly kind: 'json' }

/** An object. */
export interface GroupField {
  readonly kind: 'group'
  readonly entries: readonly Entry[]
}

/** One of several objects; the field `key` tells which. */
export interface VariantField {
  readonly kind: 'variant'
  readonly key: string
  readonly variants: readonly Variant[]
}

export interface Variant {
  /** The value of the key. */
  readonly value: string
  /** Without the key. */
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
