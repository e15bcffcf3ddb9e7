import { expect, test } from 'vitest'
import { maskAddresses } from './maskAddresses.ts'

test.each([
  [
    'not external contact, hint: [1700], from ip: 10.0.0.1, more info at https://a/b',
    'not external contact, hint: [1700]',
  ],
  ['not allow, from ip: 2001:db8::1, more info at https://a/b', 'not allow'],
  ['see https://proxy.internal:8443/cgi-bin/x?a=1, then ask', 'see ***, then ask'],
  ['no route to 10.1.2.3:443', 'no route to ***'],
  ['version 1.2.3 of userid a.b', 'version 1.2.3 of userid a.b'],
])('%s', (errmsg, masked) => {
  expect(maskAddresses(errmsg)).toBe(masked)
})
