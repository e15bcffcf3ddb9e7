/** A field of a form, derived from a Valibot schema. */
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

/** One of several objects, chosen by the field `key`. */
export interface VariantField {
  readonly kind: 'variant'
  readonly key: string
  readonly variants: readonly Variant[]
}

export interface Variant {
  /** The value of the key. */
  readonly value: string
  /** The other fields. */
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
