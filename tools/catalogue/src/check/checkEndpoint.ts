import type { CatalogueEndpoint, CatalogueField } from '../Catalogue.ts'
import { checkFields } from './checkFields.ts'
import type { EndpointLike } from './EndpointLike.ts'
import { fieldsOf } from './schemaFields.ts'
import { isToken, tokenKind } from './tokenKind.ts'
import { unless } from './unless.ts'

/** Compares an endpoint with its call in the catalogue. Returns the problems. */
export function checkEndpoint(endpoint: EndpointLike, entry: CatalogueEndpoint): string[] {
  const params = [...entry.query, ...entry.body].filter((field) => !isToken(field))
  return [
    ...differ('method', endpoint.method, entry.method),
    ...differ('path', endpoint.path, entry.path),
    ...differ('effect', endpoint.effect, entry.effect),
    ...differ('token', endpoint.token, tokenKind(entry)),
    ...differ('errcode', endpoint.errcode ?? 'required', entry.errcode ?? 'required'),
    ...checkDocs(endpoint, entry),
    ...checkTravel(endpoint, entry),
    ...differ('encoding', endpoint.encoding?.name ?? 'json', entry.body.some(isFile) ? 'multipart' : 'json'),
    ...checkFields('param ', endpoint.params, params),
    ...checkResult(endpoint, entry),
    ...checkPagination(endpoint, entry),
  ]
}

function differ(what: string, here: string | undefined, inCatalogue: string | undefined): string[] {
  return unless(here === inCatalogue, `${what} is ${here} here, ${inCatalogue} in the catalogue`)
}

function checkDocs({ docs }: EndpointLike, entry: CatalogueEndpoint): string[] {
  return unless(entry.docs.includes(docs), `docs is ${docs} here, ${entry.docs.join(' or ')} in the catalogue`)
}

/**
 * Returns a problem for each parameter that is in the body according to the endpoint, but in the query according to the
 * catalogue, or vice versa. A GET request has no such problem, because all parameters are in the query.
 */
function checkTravel(endpoint: EndpointLike, { method, query, body }: CatalogueEndpoint): string[] {
  if (method === 'GET') return []
  const inQuery = endpoint.query ?? []
  const inBody = [...fieldsOf(endpoint.params).keys()].filter((name) => !inQuery.includes(name))
  const wronglyInBody = query.filter(({ name }) => inBody.includes(name))
  const wronglyInQuery = body.filter(({ name }) => inQuery.includes(name))
  return [
    ...wronglyInBody.map(({ name }) => `param ${name} travels in the body here, in the query in the catalogue`),
    ...wronglyInQuery.map(({ name }) => `param ${name} travels in the query here, in the body in the catalogue`),
  ]
}

/** Checks the fields of the result. The result of a download has no fields. */
function checkResult({ result, download }: EndpointLike, { response }: CatalogueEndpoint): string[] {
  const isDownload = response.some(isFile)
  if (Boolean(download) !== isDownload) {
    return [`the answer is ${download ? 'a file' : 'JSON'} here, ${isDownload ? 'a file' : 'JSON'} in the catalogue`]
  }
  return isDownload ? [] : checkFields('result ', result, response)
}

function isFile({ type }: CatalogueField): boolean {
  return type === 'file'
}

function checkPagination({ pagination }: EndpointLike, { pagination: expected }: CatalogueEndpoint): string[] {
  if (!pagination && !expected) return []
  if (!pagination) return ['pagination is missing here']
  if (!expected) return ['pagination is not in the catalogue']
  return [
    ...differ('pagination.style', pagination.style, expected.style),
    ...differ('pagination.in', pagination.in, expected.in),
    ...differ('pagination.out', pagination.out, expected.out),
    ...differ('pagination.items', pagination.items, expected.items),
  ]
}
