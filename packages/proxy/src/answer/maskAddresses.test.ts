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
  ['no route to 2001:db8::1, nor to ::1.', 'no route to ***, nor to ***.'],
  ['from:2001:0db8:0:0:0:0:0:1: refused', 'from:***: refused'],
  ['connect [2001:db8::1]:443 failed', 'connect *** failed'],
  ['connect [::ffff:10.1.2.3] or fe80::1%eth0', 'connect *** or ***'],
  ['connect proxy.internal:8443, then localhost:8080', 'connect ***, then ***'],
  ['at 12:30:45, a::b of std::vector, code:40058', 'at 12:30:45, *** of std::vector, code:40058'],
  ['version 1.2.3 of userid a.b', 'version 1.2.3 of userid a.b'],
])('%s', (errmsg, masked) => {
  expect(maskAddresses(errmsg)).toBe(masked)
})
