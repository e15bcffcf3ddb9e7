import { type CatalogueField, listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import type { AnyEndpoint } from '@wecom/core'
import { allServed } from '@wecom/mock'
import { expect, test } from 'vitest'
import { createCorp, credentials } from '../corp/corp.ts'
import { readCorpFacts } from './CorpFacts.ts'
import { exampleParams } from './exampleParams.ts'

const corp = createCorp()
const facts = new Map(listCatalogues().flatMap((name) => loadCatalogue(name).endpoints.map((call) => [call.fn, call])))
const calls = allServed.flatMap(({ endpoint, access, notServed }) => {
  const call = facts.get(endpoint.name)
  const isPlain = endpoint.encoding === undefined && access === 'token' && notServed === undefined
  return call && isPlain ? [{ endpoint, fields: [...call.query, ...call.body] }] : []
})

type Params = Record<string, unknown>

async function send({ method, path, query: inQuery = [] }: AnyEndpoint, params: Params): Promise<unknown> {
  corp.reset()
  const { access_token } = await ask(`/cgi-bin/gettoken?corpid=${credentials.corpId}&corpsecret=${credentials.secret}`)
  const search = new URLSearchParams({ access_token: String(access_token) })
  const body: Params = {}
  for (const [name, value] of Object.entries(params)) {
    if (method === 'POST' && !inQuery.includes(name)) body[name] = value
    else if (value !== null) search.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  const answer = await ask(`${path}?${search}`, method === 'POST' ? JSON.stringify(body) : undefined)
  return { ...answer, errmsg: String(answer['errmsg']).split(', hint')[0] }
}

async function ask(pathAndQuery: string, body?: string): Promise<Params> {
  const init = body === undefined ? {} : { method: 'POST', body }
  const response = await corp.fetch(`https://qyapi.weixin.qq.com${pathAndQuery}`, init)
  const text = await response.text()
  return text.startsWith('{') ? JSON.parse(text) : { file: text }
}

interface Variant {
  /** The parameter that is changed, e.g. `attachments[0].link`. */
  readonly path: string
  /** The parameters of the call without the parameter at `path`. */
  readonly absent: Params
  /** Returns the parameters of the call, with `value` as the parameter at `path`. */
  readonly present: (value: unknown) => Params
  readonly field: CatalogueField
}

/**
 * Returns one `Variant` for each optional parameter, and for each optional field of the objects in the parameters. A
 * `Variant` says how to omit the parameter or field, or how to give it another value.
 */
function variantsOf(fields: readonly CatalogueField[], params: Params): Variant[] {
  return fields.flatMap((field) => {
    const { [field.name]: value, ...absent } = params
    const put = (inner: unknown): Params => ({ ...absent, [field.name]: inner })
    const own = field.required ? [] : [{ path: field.name, absent, present: put, field }]
    return [...own, ...innerVariants(field, value, put)]
  })
}

function innerVariants(
  { name, fields = [] }: CatalogueField,
  value: unknown,
  put: (inner: unknown) => Params,
): Variant[] {
  const isList = Array.isArray(value)
  const inner: unknown = isList ? value[0] : value
  if (typeof inner !== 'object' || inner === null) return []
  const wrap = (params: Params): Params => put(isList ? [params, ...value.slice(1)] : params)
  return variantsOf(fields, { ...inner }).map(({ path, absent, present, field }) => ({
    path: `${name}${isList ? '[0]' : ''}.${path}`,
    absent: wrap(absent),
    present: (given) => wrap(present(given)),
    field,
  }))
}

function emptyValue({ type, fields = [] }: CatalogueField): unknown {
  if (type.endsWith('[]')) return []
  if (type === 'object') return Object.fromEntries(fields.map((field) => [field.name, emptyValue(field)]))
  return type === 'string' ? '' : type === 'boolean' ? false : 0
}

function withTexts(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((item) => withTexts(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTexts(inner)]))
}

interface Exception {
  readonly errcode: number
  readonly why: string
}

const reachesMore = 'tools/catalogue, `empty: refused`: without the parameter more people are reached'

/**
 * The optional parameters for which the fake corp treats an empty value differently from a missing parameter. The key
 * is the name of the call and the path of the parameter.
 */
const exceptions: Readonly<Record<string, Exception>> = {
  'createCorpTags group_id': { errcode: 40058, why: 'page 92117: unexpected empty string' },
  'createStrategyTags group_id': { errcode: 40058, why: 'page 94882: unexpected empty string' },
  'createMassMessage external_userid': { errcode: 40058, why: reachesMore },
  'createMassMessage chat_id_list': { errcode: 40058, why: reachesMore },
  'createMassMessage tag_filter': { errcode: 40058, why: reachesMore },
  'createMomentTask visible_range': { errcode: 40058, why: reachesMore },
  'listContactWays start_time': { errcode: 0, why: 'page 92228: a time; 0 is the beginning of 1970' },
  'listGroupChats offset': { errcode: 0, why: 'page 92120: 0 asks for the first page by offset, not by cursor' },
  'listMoments filter_type': { errcode: 0, why: 'page 93333: 0 is a choice of its own' },
  'listUnassignedContacts page_id': { errcode: 0, why: 'page 92124: 0 asks for the first page by number' },
  'updateCorpTag name': { errcode: 40072, why: 'page 92117: an empty name has an errcode of its own' },
  'updateProductAlbum attachments': { errcode: 41088, why: 'page 95096: an empty list has an errcode of its own' },
  'updateStrategyTag name': { errcode: 40072, why: 'page 94882: an empty name has an errcode of its own' },
}

test('the exceptions are of parameters that there are', () => {
  console.log(`${Object.keys(exceptions).length} optional parameters are not absent when they are empty`)
  const names = calls.flatMap(({ endpoint, fields }) => fields.map(({ name }) => `${endpoint.name} ${name}`))

  expect(names).toEqual(expect.arrayContaining(Object.keys(exceptions)))
})

test.each(calls.map((call) => [call.endpoint.name, call] as const))(
  '%s: optional parameters that are null or empty count as absent',
  async (name, { endpoint, fields }) => {
    for (const { path, absent, present, field } of variantsOf(fields, exampleParams(endpoint, readCorpFacts(corp)))) {
      const plain = await send(endpoint, absent)
      if (endpoint.method === 'POST')
        expect.soft(await send(endpoint, present(null)), `${name} ${path} null`).toEqual(plain)
      const exception = exceptions[`${name} ${path}`]
      const empty = await send(endpoint, present(emptyValue(field)))
      if (exception) expect.soft(empty, `${name} ${path} empty`).toMatchObject({ errcode: exception.errcode })
      else expect.soft(empty, `${name} ${path} empty`).toEqual(plain)
    }
  },
)

test.each(calls.map((call) => [call.endpoint.name, call] as const))(
  '%s: numbers may be texts',
  async (_, { endpoint }) => {
    const params = exampleParams(endpoint, readCorpFacts(corp))

    expect(await send(endpoint, withTexts(params) as Params)).toEqual(await send(endpoint, params))
  },
)
