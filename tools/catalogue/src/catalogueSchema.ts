import * as v from 'valibot'
import type {
  Catalogue,
  CatalogueCallers,
  CatalogueCheckWith,
  CatalogueDeprecation,
  CatalogueEndpoint,
  CatalogueError,
  CatalogueField,
  CataloguePagination,
} from './Catalogue.ts'
import { isAlwaysPresent } from './isAlwaysPresent.ts'

const text = v.pipe(v.string(), v.nonEmpty())

const fieldEntries = {
  name: text,
  type: v.picklist(['string', 'integer', 'number', 'boolean', 'object', 'string[]', 'integer[]', 'object[]', 'file']),
  constraints: v.optional(text),
  meaning: v.optional(text),
}

function isObjectIfItHasFields({ type, fields }: Pick<CatalogueField, 'type' | 'fields'>): boolean {
  return fields === undefined || type.startsWith('object')
}

const paramSchema: v.GenericSchema<unknown, CatalogueField> = v.pipe(
  v.strictObject({
    ...fieldEntries,
    required: v.boolean(),
    empty: v.optional(v.literal('refused')),
    fields: v.optional(v.array(v.lazy(() => paramSchema))),
  }),
  v.check((field) => isObjectIfItHasFields(field), 'only an object has fields'),
)

const responseFieldSchema: v.GenericSchema<unknown, CatalogueField> = v.pipe(
  v.strictObject({
    ...fieldEntries,
    presence: text,
    fields: v.optional(v.array(v.lazy(() => responseFieldSchema))),
  }),
  v.check((field) => isObjectIfItHasFields(field), 'only an object has fields'),
  v.transform((field) => ({ ...field, required: isAlwaysPresent(field.presence) })),
)

const checkWithSchema: v.GenericSchema<unknown, CatalogueCheckWith> = v.strictObject({ none: text })

const deprecationSchema: v.GenericSchema<unknown, CatalogueDeprecation> = v.strictObject({
  since: v.nullable(text),
  replaced_by: text,
  why: text,
})

const callersSchema: v.GenericSchema<unknown, CatalogueCallers> = v.strictObject({
  self_built: v.optional(text),
  provider_developed: v.optional(text),
  third_party: v.optional(text),
  system_secret: v.optional(text),
  token: v.optional(text),
  permission: v.optional(v.record(v.string(), text)),
})

const paginationSchema: v.GenericSchema<unknown, CataloguePagination> = v.strictObject({
  style: v.picklist(['cursor', 'offset', 'page']),
  in: text,
  out: v.optional(text),
  items: text,
  limit: v.strictObject({
    default: v.nullable(v.number()),
    max: v.number(),
    parameter: v.optional(text),
  }),
  end: text,
})

const errorSchema: v.GenericSchema<unknown, CatalogueError> = v.strictObject({
  code: v.number(),
  meaning: text,
  level: v.optional(text),
})

const endpointSchema: v.GenericSchema<unknown, CatalogueEndpoint> = v.strictObject({
  fn: text,
  easywechat: v.nullable(text),
  method: v.picklist(['GET', 'POST']),
  path: v.pipe(v.string(), v.startsWith('/')),
  docs: v.pipe(v.array(v.number()), v.nonEmpty()),
  title_zh: text,
  summary: text,
  effect: v.picklist(['read', 'write', 'create', 'send']),
  errcode: v.optional(v.literal('optional')),
  check_with: v.optional(checkWithSchema),
  deprecated: v.nullable(deprecationSchema),
  callers: callersSchema,
  query: v.array(paramSchema),
  body: v.array(paramSchema),
  response: v.array(responseFieldSchema),
  enums: v.record(v.string(), v.record(v.string(), v.string())),
  pagination: v.nullable(paginationSchema),
  limits: v.array(text),
  errors: v.array(errorSchema),
  notes: v.array(text),
  sources: v.array(text),
  confidence: v.picklist(['high', 'medium', 'low']),
})

/**
 * Schema of a YAML file of the catalogue. The file may have additional fields at its top level, for facts that belong
 * to no single call.
 */
export const catalogueSchema: v.GenericSchema<unknown, Catalogue> = v.looseObject({
  package: text,
  endpoints: v.array(endpointSchema),
})
