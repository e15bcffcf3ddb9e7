import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, readJson, sendRaw } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

function gettoken(corp: FakeCorp, query: string): Record<string, unknown> {
  return readJson(sendRaw(corp, 'GET', `/cgi-bin/gettoken?${query}`))
}

const right = 'corpid=wwsmall&corpsecret=secret-all'
const wrong = 'corpid=wwsmall&corpsecret=guess'

test('gettoken: returns the same token until it expires, with the remaining seconds', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const first = gettoken(corp, right)
  corp.clock.advance({ minutes: 30 })
  const second = gettoken(corp, right)

  expect(first).toEqual({ errcode: 0, errmsg: 'ok', access_token: expect.any(String), expires_in: 7200 })
  expect(second).toEqual({ ...first, expires_in: 5400 })
  expect(corp.tokens.issued).toBe(1)
})

test('gettoken: a new token after the lifetime, another one for each secret', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const { access_token } = gettoken(corp, right)
  expect(gettoken(corp, 'corpid=wwsmall&corpsecret=secret-sales')['access_token']).not.toBe(access_token)
  corp.clock.advance({ hours: 2 })

  expect(gettoken(corp, right)['access_token']).not.toBe(access_token)
  expect(corp.tokens.issued).toBe(3)
})

test.for([
  ['', 41004],
  ['corpid=wwsmall', 41004],
  ['corpsecret=secret-all', 41002],
  ['corpid=nobody&corpsecret=guess', 40013],
  [wrong, 40001],
] as const)('gettoken: "%s" is refused with %i', ([query, errcode]) => {
  expect(gettoken(createFakeCorp({ state: smallCorp() }), query)).toMatchObject({ errcode })
})

test('gettoken: several wrong secrets block the address for an hour, whatever it sends', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  for (let round = 0; round < 5; round++) expect(gettoken(corp, wrong)).toMatchObject({ errcode: 40001 })

  expect(gettoken(corp, right)).toMatchObject({ errcode: 45009 })
  corp.clock.advance({ minutes: 59 })
  expect(gettoken(corp, right)).toMatchObject({ errcode: 45009 })
  corp.clock.advance({ minutes: 1 })
  expect(gettoken(corp, right)).toMatchObject({ errcode: 0 })
})

test('gettoken: the hour counts from the last wrong secret', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  for (let round = 0; round < 5; round++) {
    corp.clock.advance({ minutes: 10 })
    gettoken(corp, wrong)
  }
  corp.clock.advance({ minutes: 59 })
  expect(gettoken(corp, right)).toMatchObject({ errcode: 45009 })
  corp.clock.advance({ minutes: 1 })
  expect(gettoken(corp, right)).toMatchObject({ errcode: 0 })
})

test('gettoken: a right secret in between is forgiving', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  for (let round = 0; round < 8; round++) {
    expect(gettoken(corp, round === 4 ? right : wrong)).not.toMatchObject({ errcode: 45009 })
  }
})

test('token: missing, unknown, expired and revoked ones', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  const path = 'externalcontact/get_follow_user_list'

  expect(readJson(sendRaw(corp, 'GET', `/cgi-bin/${path}`))).toEqual({
    errcode: 41001,
    errmsg: expect.stringMatching(
      /^access_token missing, hint: \[1772355600\d{15}\], from ip: 192\.0\.2\.10, more info at /,
    ),
    follow_user: [],
  })
  expect(readJson(sendRaw(corp, 'GET', `/cgi-bin/${path}?access_token=made-up`))).toEqual({
    errcode: 40014,
    errmsg: 'invalid access_token',
    follow_user: [],
  })
  expect(caller.get(path)).toMatchObject({ errcode: 0 })
  expect(corp.tokens.revoke()).toBe(1)
  expect(caller.get(path)).toMatchObject({ errcode: 40014 })

  const second = createRawCaller(corp)
  corp.clock.advance({ hours: 2 })
  expect(second.get(path)).toMatchObject({ errcode: 42001 })
})

test('IP lists need any token, and are empty on failure', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp, 'secret-payroll')

  for (const path of ['get_api_domain_ip', 'getcallbackip']) {
    expect(caller.get(path)).toMatchObject({ errcode: 0, ip_list: expect.arrayContaining([expect.any(String)]) })
    expect(readJson(sendRaw(corp, 'GET', `/cgi-bin/${path}?access_token=x`))).toMatchObject({
      errcode: 40014,
      ip_list: [],
    })
  }
})
