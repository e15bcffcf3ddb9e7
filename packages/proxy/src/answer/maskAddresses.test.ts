import { expect, test } from 'vitest'
import { maskAddresses } from './maskAddresses.ts'

test.each([
  [
    'not external contact, hint: [1700], from ip: 10.0.0.1, more info at https://a/b',
    'not external contact, hint: [1700]',
  ],
  ['not allow, from ip: 2001:db8::1, more info at https://a/b', 'not allow'],
  ['not allow from ip: 10.0.0.1', 'not allow'],
  ['not allow,from ip: 10.0.0.1', 'not allow'],
  ['see https://proxy.internal:8443/cgi-bin/x?a=1, then ask', 'see ***, then ask'],
  ['no route to 10.1.2.3:443', 'no route to ***'],
  ['no route to 2001:db8::1, nor to ::1.', 'no route to ***, nor to ***.'],
  ['from:2001:0db8:0:0:0:0:0:1: refused', 'from:***: refused'],
  ['connect [2001:db8::1]:443 failed', 'connect *** failed'],
  ['connect [::ffff:10.1.2.3] or fe80::1%eth0, then ::ffff:203.0.113.9', 'connect *** or ***, then ***'],
  ['connect proxy.internal:8443, then localhost:8080', 'connect ***, then ***'],
  ['at 12:30:45, a::b of std::vector, code:40058', 'at 12:30:45, *** of std::vector, code:40058'],
  ['version 1.2.3 of userid a.b', 'version 1.2.3 of userid a.b'],
  ['connect 10.1.2.3 failed, then 203.0.113.9.', 'connect *** failed, then ***.'],
  ['see HTTP://gateway/status and http://10.1.2.3/x', 'see *** and ***'],
  ['at .proxy.internal:8443, my-host.internal:80 or LOCALHOST:80', 'at ***, *** or ***'],
  ['ports a:80, a.b:123456, 主机:80, localhost_limit:5', 'ports a:80, a.b:123456, 主机:80, localhost_limit:5'],
])('%s', (errmsg, masked) => {
  expect(maskAddresses(errmsg)).toBe(masked)
})

test('a long errmsg is cut before a word', () => {
  const words = `${'x'.repeat(1994)} 10.1.2.3 and more`

  expect(maskAddresses(words)).toBe('x'.repeat(1994))
  expect(maskAddresses(`see a ${words}`)).toBe('see a')
  expect(maskAddresses('x'.repeat(2000))).toBe('x'.repeat(2000))
})

test.each(['a-', 'a.', '1.', ':', '1:', ' from ip', 'http://', '[::', '%a', '1.1.1.1:'])(
  'the time grows with the length alone: %s',
  (text) => {
    expect(maskAddresses(text.repeat(300_000)).length).toBeLessThanOrEqual(2000)
  },
)
