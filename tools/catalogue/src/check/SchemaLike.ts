/**
 * The parts of a valibot schema that the check reads. A schema that `v.pipe` made has the same parts as the first
 * schema of the pipe.
 */
export type SchemaLike = ObjectSchemaLike | WrapperLike | OtherSchemaLike

export interface ObjectSchemaLike {
  readonly type: 'object' | 'loose_object' | 'strict_object' | 'object_with_rest'
  readonly entries: Readonly<Record<string, SchemaLike>>
}

export interface WrapperLike {
  readonly type: 'optional' | 'exact_optional' | 'nullish' | 'nullable' | 'undefinedable'
  readonly wrapped: SchemaLike
}

export type OtherSchemaLike =
  | { readonly type: 'array'; readonly item: SchemaLike }
  | { readonly type: 'union' | 'variant'; readonly options: readonly SchemaLike[] }
  | { readonly type: 'lazy'; readonly getter: (input: unknown) => SchemaLike }
  | { readonly type: 'literal'; readonly literal: unknown }
  | { readonly type: 'picklist' | 'enum'; readonly options: readonly unknown[] }
  | { readonly type: 'string' | 'number' | 'boolean' | 'record' | 'blob' | 'file' }
