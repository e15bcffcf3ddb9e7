import type { AnyEndpoint } from '@wecom/core'
import type { Limits } from '../Limits.ts'
import { Refusal } from '../Refusal.ts'
import { checkNames } from './checkNames.ts'
import { checkParts } from './checkParts.ts'
import { readBody } from './readBody.ts'
import { readForm } from './readForm.ts'
import { readJson } from './readJson.ts'
import { readQuery } from './readQuery.ts'

/** The parameters of a call as they came. */
export interface SentParams {
  readonly fields: Readonly<Record<string, unknown>>
  /** Names of those that came in the query. */
  readonly inQuery: readonly string[]
}

/**
 * Reads query and body into one set of parameters, in which every name stands once and none is a credential's.
 *
 * @throws {Refusal} there is something about the request that no client of this SDK sends.
 */
export async function readParams(endpoint: AnyEndpoint, request: Request, limits: Limits): Promise<SentParams> {
  const query = readQuery(request)
  checkNames(query)
  const inQuery = Object.keys(query)
  if (endpoint.method === 'GET') return { fields: query, inQuery }

  const misplaced = inQuery.find((name) => !endpoint.query?.includes(name))
  if (misplaced !== undefined) {
    throw new Refusal('bad_params', { issue: { path: misplaced, message: 'there is no such field in the query' } })
  }
  const body = await readFields(endpoint, request, limits)
  checkNames(body)
  if (inQuery.some((name) => Object.hasOwn(body, name))) throw new Refusal('duplicate')
  return { fields: { ...body, ...query }, inQuery }
}

/** What a body holds. Its type is looked at first, so that nothing is read for nothing. */
async function readFields(
  { encoding }: AnyEndpoint,
  request: Request,
  { maxBodyBytes, maxUploadBytes, bodyTimeout }: Limits,
): Promise<Readonly<Record<string, unknown>>> {
  const type = request.headers.get('content-type') ?? ''
  const isForm = encoding?.name === 'multipart'
  const [matched, quoted, plain] = (isForm ? formType : jsonType).exec(type) ?? []
  if (matched === undefined || request.headers.has('content-encoding')) throw new Refusal('content_type')
  const bytes = await readBody(request, { maxBytes: isForm ? maxUploadBytes : maxBodyBytes, timeout: bodyTimeout })
  if (!isForm) return readJson(bytes)
  checkParts(bytes, quoted ?? plain ?? '', maxBodyBytes)
  return readForm(bytes, type, maxBodyBytes)
}

const jsonType = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i
/** With the characters that RFC 2046 allows in a boundary. None of them is written otherwise in quotes. */
const formType = /^multipart\/form-data\s*;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+./:=?-]{1,70}))\s*$/i
