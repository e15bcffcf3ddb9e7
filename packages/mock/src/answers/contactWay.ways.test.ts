import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'

const day = 24 * 3600

function open(secret = 'secret-all'): { corp: FakeCorp; caller: RawCaller } {
  const corp = createFakeCorp({ state: smallCorp() })
  return { corp, caller: createRawCaller(corp, secret) }
}

const add = (caller: RawCaller, body: object = {}) =>
  caller.post('externalcontact/add_contact_way', { type: 1, scene: 2, user: ['anna'], ...body })

test('a QR code, from its making to its end', () => {
  const { caller } = open()
  const { errcode, config_id, qr_code } = add(caller, { remark: '门店', state: 'shop-7' })
  expect(errcode).toBe(0)

  expect(caller.post('externalcontact/get_contact_way', { config_id })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    contact_way: {
      config_id,
      type: 1,
      scene: 2,
      remark: '门店',
      skip_verify: true,
      state: 'shop-7',
      qr_code,
      user: ['anna'],
      party: [],
      is_temp: false,
    },
  })
  const change = { config_id, skip_verify: false, user: ['ben'], style: 2 }
  expect(caller.post('externalcontact/update_contact_way', change)).toMatchObject({ errcode: 0 })
  const { contact_way } = caller.post('externalcontact/get_contact_way', { config_id })
  expect(contact_way).toMatchObject({ remark: '门店', skip_verify: false, user: ['ben'] })
  expect(contact_way).not.toHaveProperty('style')
  expect(caller.post('externalcontact/del_contact_way', { config_id })).toMatchObject({ errcode: 0 })
  expect(caller.post('externalcontact/get_contact_way', { config_id })).toMatchObject({ errcode: 41044 })
})

test('a button in a mini program has a style and no QR code', () => {
  const { caller } = open()
  const created = add(caller, { scene: 1, style: 3 })

  expect(created).not.toHaveProperty('qr_code')
  expect(caller.post('externalcontact/get_contact_way', { config_id: created['config_id'] })).toMatchObject({
    contact_way: { style: 3 },
  })
})

test.for([
  [{ type: undefined }, 41037],
  [{ type: 3 }, 41039],
  [{ scene: undefined }, 41038],
  [{ scene: 3 }, 41040],
  [{ scene: 1, style: 4 }, 41042],
  [{ type: 2, scene: 1, style: 3 }, 41042],
  [{ user: ['anna', 'ben'] }, 41041],
  [{ user: undefined }, 41041],
  [{ user: 'anna' }, 40058],
  [{ type: 'x' }, 41039],
  [{ type: 2, user: [] }, 40058],
  [{ remark: '长'.repeat(31) }, 40058],
  [{ user: ['nobody'] }, 60111],
  [{ user: ['carl'] }, 60111],
  [{ user: ['emil'] }, 84074],
  [{ user: ['fay'] }, 40098],
  [{ type: 2, party: [9] }, 60123],
  [{ is_temp: true, conclusions: 'x' }, 40058],
  [{ is_temp: true, conclusions: { image: { media_id: 'x' } } }, 40007],
] as const)('add_contact_way with %j gets %i', ([change, errcode]) => {
  expect(add(open().caller, change)).toMatchObject({ errcode })
})

test('does not store fields without effect on a permanent way to one member', () => {
  const { caller } = open()
  const { config_id } = add(caller, { party: [9], expires_in: 60, conclusions: { text: { content: '再见' } } })
  const { contact_way } = caller.post('externalcontact/get_contact_way', { config_id })

  expect(contact_way).toMatchObject({ party: [], is_temp: false })
  expect(contact_way).not.toHaveProperty('expires_in')
  expect(contact_way).not.toHaveProperty('conclusions')
})

test('an app reaches its own scope and its own ways only', () => {
  const { corp, caller } = open()
  const { config_id } = add(caller)
  const sales = createRawCaller(corp, 'secret-sales')

  expect(add(sales, { user: ['dora'] })).toMatchObject({ errcode: 60011 })
  expect(add(sales, { type: 2, user: [], party: [3] })).toMatchObject({ errcode: 60011 })
  expect(sales.post('externalcontact/get_contact_way', { config_id })).toMatchObject({ errcode: 41044 })
  expect(add(createRawCaller(corp, 'secret-payroll'))).toMatchObject({ errcode: 48002 })
  expect(caller.post('externalcontact/get_contact_way', {})).toMatchObject({ errcode: 41043 })
})

test('the list: 90 days unless told, without temporary ways, page by page', () => {
  const { corp, caller } = open()
  const ids = [add(caller), add(caller)].map(({ config_id }) => config_id)
  add(caller, { is_temp: true })
  const list = (body: object) => caller.post('externalcontact/list_contact_way', body)

  const first = list({ limit: 1 })
  expect(first).toMatchObject({ contact_way: [{ config_id: ids[0] }] })
  expect(list({ limit: 1, cursor: first['next_cursor'] })).toMatchObject({
    contact_way: [{ config_id: ids[1] }],
    next_cursor: '',
  })
  corp.clock.advance({ days: 91 })
  const later = createRawCaller(corp, 'secret-all')
  expect(later.post('externalcontact/list_contact_way', {})).toMatchObject({ contact_way: [] })
  expect(later.post('externalcontact/list_contact_way', { start_time: smallCorpTime })).toMatchObject({
    contact_way: [{ config_id: ids[0] }, { config_id: ids[1] }],
  })
  expect(later.post('externalcontact/list_contact_way', { cursor: 'x' })).toMatchObject({ errcode: 50100 })
})

test('a temporary way has its defaults, reads its picture by URL, and cannot be changed once it is over', () => {
  const { corp, caller } = open()
  const conclusions = { text: { content: '再见' }, image: { media_id: uploadedFile(corp, 'image') } }
  const { config_id } = add(caller, { is_temp: true, conclusions })

  expect(caller.post('externalcontact/get_contact_way', { config_id })).toMatchObject({
    contact_way: {
      is_temp: true,
      expires_in: 7 * day,
      chat_expires_in: day,
      conclusions: { text: { content: '再见' }, image: { pic_url: expect.stringContaining('http') } },
    },
  })
  corp.clock.advance({ days: 7 })
  const later = createRawCaller(corp, 'secret-all')
  expect(later.post('externalcontact/update_contact_way', { config_id, state: 'x' })).toMatchObject({ errcode: 40058 })
})

test('ways go into a state and come back', () => {
  const { corp, caller } = open()
  const { config_id } = add(caller, { state: 'shop-7' })
  const copy = createFakeCorp({ state: corp.state() })

  expect(copy.state()).toEqual(corp.state())
  expect(createRawCaller(copy, 'secret-all').post('externalcontact/get_contact_way', { config_id })).toMatchObject({
    contact_way: { state: 'shop-7' },
  })
})

test('the closing message is kept with the fields that WeCom knows', () => {
  const { corp, caller } = open()
  const pic_media_id = uploadedFile(corp, 'image')
  const miniprogram = { title: '商城', pic_media_id, appid: 'wx1', page: 'index' }
  const link = { title: '目录', picurl: 'https://a', desc: '新', url: 'https://b' }
  const extra = { evil: [[]] }
  const { config_id } = add(caller, {
    is_temp: true,
    conclusions: {
      text: { content: '再见', ...extra },
      link: { ...link, ...extra },
      miniprogram: { ...miniprogram, ...extra },
      ...extra,
    },
  })

  expect(caller.post('externalcontact/get_contact_way', { config_id })).toMatchObject({
    contact_way: { conclusions: { text: { content: '再见' }, link, miniprogram } },
  })
  expect(JSON.stringify(corp.state())).not.toContain('evil')
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
  expect(
    add(caller, { is_temp: true, conclusions: { miniprogram: { ...miniprogram, pic_media_id: 'nope' } } }),
  ).toMatchObject({ errcode: 40007 })
})
