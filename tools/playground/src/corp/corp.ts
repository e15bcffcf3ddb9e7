import { type FakeCorp, createFakeCorp } from '@wecom/mock'

/** The credentials of the fake corp. A real secret never belongs in a page. */
export const credentials = { corpId: 'wwfake0000000001', secret: 'fake-secret' }

/** Creates the fake corp of the page. Its state is lost when the page is closed. */
export function createCorp(): FakeCorp {
  return createFakeCorp(credentials)
}
