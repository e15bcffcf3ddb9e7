import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { CatalogueEndpoint } from '../Catalogue.ts'
import { checkEndpoint } from './checkEndpoint.ts'
import type { EndpointLike } from './EndpointLike.ts'
import { sampleEndpoint, sampleEntry } from './fixtures/sample.ts'

const pagination = { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'items' }

const download: Partial<CatalogueEndpoint> = {
  response: [{ name: '(body)', type: 'file', required: true }],
  pagination: null,
}

const cases: Record<string, { here?: Partial<EndpointLike>; entry?: Partial<CatalogueEndpoint>; problems: string[] }> =
  {
    right: { problems: [] },
    'another page of the same call': { here: { docs: 90002 }, problems: [] },
    'wrong method': { here: { method: 'GET' }, problems: ['method is GET here, POST in the catalogue'] },
    'wrong path': {
      here: { path: '/cgi-bin/item/get' },
      problems: ['path is /cgi-bin/item/get here, /cgi-bin/item/list in the catalogue'],
    },
    'wrong effect': { here: { effect: 'write' }, problems: ['effect is write here, read in the catalogue'] },
    'wrong token': { here: { token: 'suite' }, problems: ['token is suite here, corp in the catalogue'] },
    'errcode is optional': { here: { errcode: 'optional' }, entry: { errcode: 'optional' }, problems: [] },
    'errcode is optional only here': {
      here: { errcode: 'optional' },
      problems: ['errcode is optional here, required in the catalogue'],
    },
    'errcode is optional only in the catalogue': {
      entry: { errcode: 'optional' },
      problems: ['errcode is required here, optional in the catalogue'],
    },
    'wrong page': { here: { docs: 1 }, problems: ['docs is 1 here, 90001 or 90002 in the catalogue'] },
    'a query param in the body': {
      here: { query: undefined },
      problems: ['param shop travels in the body here, in the query in the catalogue'],
    },
    'a body param in the query': {
      here: { query: ['shop', 'cursor'] },
      problems: ['param cursor travels in the query here, in the body in the catalogue'],
    },
    'a query param that is missing': {
      here: { query: [], params: v.looseObject({ cursor: v.optional(v.string()) }) },
      problems: ['param shop is missing here'],
    },
    'a GET without a list of query params': {
      here: { method: 'GET', query: undefined },
      entry: { method: 'GET', query: [...sampleEntry.query, ...sampleEntry.body], body: [] },
      problems: [],
    },
    'a token in the query, which the client sends': {
      here: { token: 'suite' },
      entry: { query: [...sampleEntry.query, { name: 'suite_access_token', type: 'string', required: true }] },
      problems: [],
    },
    'wrong param': {
      here: { params: v.looseObject({ shop: v.string(), cursor: v.string() }) },
      problems: ['param cursor is required here, optional in the catalogue'],
    },
    'wrong result': {
      here: { result: v.looseObject({ next_cursor: v.optional(v.string()) }) },
      problems: ['result items is missing here'],
    },
    'a file in a JSON body': {
      here: { params: v.looseObject({ shop: v.string(), picture: v.blob() }) },
      entry: { body: [{ name: 'picture', type: 'file', required: true }] },
      problems: ['encoding is json here, multipart in the catalogue'],
    },
    'a form without a file': {
      here: { encoding: { name: 'multipart' } },
      problems: ['encoding is multipart here, json in the catalogue'],
    },
    'a file as the answer': {
      here: { download: () => undefined, pagination: undefined },
      entry: download,
      problems: [],
    },
    'a file taken for JSON': {
      here: { pagination: undefined },
      entry: download,
      problems: ['the answer is JSON here, a file in the catalogue'],
    },
    'JSON taken for a file': {
      here: { download: () => undefined },
      problems: ['the answer is a file here, JSON in the catalogue'],
    },
    'no pagination': { here: { pagination: undefined }, problems: ['pagination is missing here'] },
    'pagination too much': { entry: { pagination: null }, problems: ['pagination is not in the catalogue'] },
    'wrong style': {
      here: { pagination: { ...pagination, style: 'offset' } },
      problems: ['pagination.style is offset here, cursor in the catalogue'],
    },
    'wrong param of the page': {
      here: { pagination: { ...pagination, in: 'shop' } },
      problems: ['pagination.in is shop here, cursor in the catalogue'],
    },
    'wrong cursor': {
      here: { pagination: { ...pagination, out: 'cursor' } },
      problems: ['pagination.out is cursor here, next_cursor in the catalogue'],
    },
    'wrong items': {
      here: { pagination: { ...pagination, items: 'list' } },
      problems: ['pagination.items is list here, items in the catalogue'],
    },
  }

test.each(Object.entries(cases))('%s', (_, { here, entry, problems }) => {
  expect(checkEndpoint({ ...sampleEndpoint, ...here }, { ...sampleEntry, ...entry })).toEqual(problems)
})
