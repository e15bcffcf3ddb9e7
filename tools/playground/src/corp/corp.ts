import { type FakeCorp, createFakeCorp } from '@wecom/mock'

/** The credentials of the fake corp. A real secret never belongs in a page. */
export const credentials = { corpId: 'wwfake0000000001', secret: 'fake-secret' }

/** The corp that the page plays with. It lives as long as the page. */
export function createCorp(): FakeCorp {
  return createFakeCorp(credentials)
}
