import type { AnyEndpoint } from '@wecom/core'
import type { Limits } from '../Limits.ts'
import { Refusal } from '../Refusal.ts'
import { checkNames } from './checkNames.ts'
import { checkParts } from './checkParts.ts'
import { readBody } from './readBody.ts'
import { readForm } from './readForm.ts'
import { readJson } from './readJson.ts'
import { readQuery } from './readQuery.ts'

export interface SentParams {
  readonly fields: Readonly<Record<string, unknown>>
  readonly inQuery: readonly string[]
}

export async function readParams(endpoint: AnyEndpoint, request: Request, limits: Limits): Promise<SentParams> {
  const query = readQuery(request)
  checkNames(query)
  const inQuery = Object.keys(query)
  if (endpoint.method === 'GET') return { fields: query, inQuery }

  const misplaced = inQuery.find((name) => !endpoint.query?.includes(name))
  if (misplaced !== undefined) {
    throw new Refusal('bad_params', { issue: { path: misplaced, message: 'is not a parameter of the query' } })
  }
  const body = await readFields(endpoint, request, limits)
  checkNames(body)
  if (inQuery.some((name) => Object.hasOwn(body, name))) throw new Refusal('duplicate')
  return { fields: { ...body, ...query }, inQuery }
}

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

// `Headers` removes spaces around the whole value.
const jsonType = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i
// The boundary may contain only the characters that RFC 2046 allows. So a boundary in quotes never contains an escape
// sequence.
const formType = /^multipart\/form-data\s*;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+./:=?-]{1,70}))$/i
