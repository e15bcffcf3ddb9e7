import { expect, test } from 'vitest'
import { createRawCaller, readJson, sendRaw } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { createTenant, type Tenant } from '../tenant/Tenant.ts'

function gettoken(tenant: Tenant, query: string): Record<string, unknown> {
  return readJson(sendRaw(tenant, 'GET', `/cgi-bin/gettoken?${query}`))
}

const right = 'corpid=wwsmall&corpsecret=secret-all'
const wrong = 'corpid=wwsmall&corpsecret=guess'

test('gettoken: the same token inside its lifetime, with what is left of it', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const first = gettoken(tenant, right)
  tenant.clock.advance({ minutes: 30 })
  const second = gettoken(tenant, right)

  expect(first).toEqual({ errcode: 0, errmsg: 'ok', access_token: expect.any(String), expires_in: 7200 })
  expect(second).toEqual({ ...first, expires_in: 5400 })
  expect(tenant.tokens.issued).toBe(1)
})

test('gettoken: a new token after the lifetime, another one for each secret', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const { access_token } = gettoken(tenant, right)
  expect(gettoken(tenant, 'corpid=wwsmall&corpsecret=secret-sales')['access_token']).not.toBe(access_token)
  tenant.clock.advance({ hours: 2 })

  expect(gettoken(tenant, right)['access_token']).not.toBe(access_token)
  expect(tenant.tokens.issued).toBe(3)
})

test.for([
  ['', 41004],
  ['corpid=wwsmall', 41004],
  ['corpsecret=secret-all', 41002],
  ['corpid=nobody&corpsecret=guess', 40013],
  [wrong, 40001],
] as const)('gettoken: "%s" is refused with %i', ([query, errcode]) => {
  expect(gettoken(createTenant({ seed: smallCorp() }), query)).toMatchObject({ errcode })
})

test('gettoken: several wrong secrets block the address for an hour, whatever it sends', () => {
  const tenant = createTenant({ seed: smallCorp() })
  for (let round = 0; round < 5; round++) expect(gettoken(tenant, wrong)).toMatchObject({ errcode: 40001 })

  expect(gettoken(tenant, right)).toMatchObject({ errcode: 45009 })
  tenant.clock.advance({ minutes: 59 })
  expect(gettoken(tenant, right)).toMatchObject({ errcode: 45009 })
  tenant.clock.advance({ minutes: 1 })
  expect(gettoken(tenant, right)).toMatchObject({ errcode: 0 })
})

test('gettoken: the hour counts from the last wrong secret', () => {
  const tenant = createTenant({ seed: smallCorp() })
  for (let round = 0; round < 5; round++) {
    tenant.clock.advance({ minutes: 10 })
    gettoken(tenant, wrong)
  }
  tenant.clock.advance({ minutes: 59 })
  expect(gettoken(tenant, right)).toMatchObject({ errcode: 45009 })
  tenant.clock.advance({ minutes: 1 })
  expect(gettoken(tenant, right)).toMatchObject({ errcode: 0 })
})

test('gettoken: a right secret in between is forgiving', () => {
  const tenant = createTenant({ seed: smallCorp() })
  for (let round = 0; round < 8; round++) {
    expect(gettoken(tenant, round === 4 ? right : wrong)).not.toMatchObject({ errcode: 45009 })
  }
})

test('token: missing, unknown, expired and revoked ones', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const caller = createRawCaller(tenant)
  const path = 'externalcontact/get_follow_user_list'

  expect(readJson(sendRaw(tenant, 'GET', `/cgi-bin/${path}`))).toEqual({
    errcode: 41001,
    errmsg: expect.stringMatching(
      /^access_token missing, hint: \[1772355600\d{15}\], from ip: 192\.0\.2\.10, more info at /,
    ),
    follow_user: [],
  })
  expect(readJson(sendRaw(tenant, 'GET', `/cgi-bin/${path}?access_token=made-up`))).toEqual({
    errcode: 40014,
    errmsg: 'invalid access_token',
    follow_user: [],
  })
  expect(caller.get(path)).toMatchObject({ errcode: 0 })
  expect(tenant.tokens.revoke()).toBe(1)
  expect(caller.get(path)).toMatchObject({ errcode: 40014 })

  const second = createRawCaller(tenant)
  tenant.clock.advance({ hours: 2 })
  expect(second.get(path)).toMatchObject({ errcode: 42001 })
})

test('IP lists need any token, and are empty on failure', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const caller = createRawCaller(tenant, 'secret-payroll')

  for (const path of ['get_api_domain_ip', 'getcallbackip']) {
    expect(caller.get(path)).toMatchObject({ errcode: 0, ip_list: expect.arrayContaining([expect.any(String)]) })
    expect(readJson(sendRaw(tenant, 'GET', `/cgi-bin/${path}?access_token=x`))).toMatchObject({
      errcode: 40014,
      ip_list: [],
    })
  }
})
