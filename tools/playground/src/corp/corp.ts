import { type FakeCorp, createFakeCorp } from '@wecom/mock'

/** The corp id and secret of the fake corp. Never put a real secret into a page. */
export const credentials = { corpId: 'wwfake0000000001', secret: 'fake-secret' }

/** Creates the fake corp of the playground page. Its state is lost when the page is closed. */
export function createCorp(): FakeCorp {
  return createFakeCorp(credentials)
}
