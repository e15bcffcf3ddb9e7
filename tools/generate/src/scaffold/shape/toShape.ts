import type { CatalogueEndpoint, CatalogueField } from '@wecom-tools/catalogue'
import { pascalCase } from '../names.ts'
import { fieldDoc } from './fieldDoc.ts'
import { listOf, numberValue, oneOf, textValue } from './plainValues.ts'
import { readLimits } from './readLimits.ts'
import { sampleOf } from './sampleOf.ts'
import { schemaOf } from './schemaOf.ts'
import type { Shape, ShapeField, ShapeValue, Side } from './Shape.ts'

interface Place {
  readonly side: Side
  readonly enums: CatalogueEndpoint['enums']
  /** Name of the interface that contains the field. */
  readonly owner: string
  /** Names of the fields that contain this field, the outermost field first. */
  readonly path: readonly string[]
}

/**
 * Returns the shape of the parameters or of the result of a call.
 *
 * @param name - name of the interface. The name of a nested object's interface is this name followed by the name of the
 *   field.
 */
export function toShape(
  name: string,
  side: Side,
  fields: readonly CatalogueField[],
  enums: CatalogueEndpoint['enums'],
): Shape {
  return shapeAt({ side, enums, owner: name, path: [] }, fields)
}

function shapeAt(place: Place, fields: readonly CatalogueField[]): Shape {
  return { name: place.owner, fields: fields.map((field) => toField(place, field)) }
}

function toField(place: Place, field: CatalogueField): ShapeField {
  const { name, required, type } = field
  const values = enumOf(place, field)
  const one = valueOf(place, field, Object.keys(values))
  return {
    name,
    required,
    doc: fieldDoc(field, values),
    unchecked: place.side === 'params' ? readLimits(field).unchecked : [],
    ...(type.endsWith('[]') ? listOf(one, place.side, field) : one),
  }
}

/**
 * Returns the allowed values of a field, with the meaning of each value. The catalogue lists the values in an
 * enumeration of the call. If `meaning` or `constraints` of the field contains `see enums.add_way`, for example, the
 * enumeration is called `add_way`. Otherwise it is called like the field, such as `state`, or like the path of the
 * field, such as `shop.state`.
 */
function enumOf(
  { enums, path }: Place,
  { name, meaning, constraints }: CatalogueField,
): Readonly<Record<string, string>> {
  const [, named] = /see enums\.(\w+)/.exec(`${meaning} ${constraints}`) ?? []
  const fullName = ['', ...path, name].join('.')
  const key = named ?? Object.keys(enums).find((candidate) => fullName.endsWith(`.${candidate}`)) ?? ''
  return enums[key] ?? {}
}

/** Returns the type, the schema and a sample of a field. For a list, they describe one item of the list. */
function valueOf(place: Place, field: CatalogueField, known: readonly string[]): ShapeValue {
  const values = known.length > 0 ? known : (readLimits(field).values ?? [])
  switch (field.type.replace('[]', '')) {
    case 'object':
      return objectValue(place, field)
    case 'boolean':
      return { type: 'boolean', schema: 'v.boolean()', sample: true }
    case 'string':
      return values.length > 0 ? oneOf(values, place.side) : textValue(field, place.side)
    default:
      return values.length > 0 ? oneOf(values.map(Number), place.side) : numberValue(field, place.side)
  }
}

function objectValue({ owner, path, ...place }: Place, { name, fields }: CatalogueField): ShapeValue {
  if (!fields) {
    return { type: 'Record<string, unknown>', schema: 'v.record(v.string(), v.unknown())', sample: { key: 'value' } }
  }
  const shape = shapeAt({ ...place, owner: owner + pascalCase(name), path: [...path, name] }, fields)
  return { type: shape.name, schema: schemaOf(shape), sample: sampleOf(shape), shape }
}
