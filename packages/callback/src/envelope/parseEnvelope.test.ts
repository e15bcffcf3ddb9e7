import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { goodVectors } from '../fixtures/vectors.ts'
import { parseEnvelope } from './parseEnvelope.ts'

const bodies = goodVectors.flatMap(({ id, body, encrypt }) =>
  body === undefined ? [] : [[id, body, encrypt] as const],
)

test.each(bodies)('%s', (_id, body, encrypt) => {
  expect(parseEnvelope(body).Encrypt).toBe(encrypt)
})

test.each<[string, string, object]>([
  [
    'XML',
    '<xml><Encrypt>a</Encrypt><AgentID>1</AgentID><ToUserName>ww1</ToUserName></xml>',
    {
      Encrypt: 'a',
      AgentID: '1',
      ToUserName: 'ww1',
    },
  ],
  [
    'XML of a suite',
    '<xml><ToUserName>ww1</ToUserName><AgentID></AgentID><Encrypt>a</Encrypt></xml>',
    {
      Encrypt: 'a',
      AgentID: undefined,
      ToUserName: 'ww1',
    },
  ],
  ['JSON', '{"tousername":"ww1","encrypt":"a","agentid":"1"}', { Encrypt: 'a', AgentID: '1', ToUserName: 'ww1' }],
  [
    'JSON in capitals',
    '{"ToUserName":"","Encrypt":"a","AgentID":1}',
    {
      Encrypt: 'a',
      AgentID: '1',
      ToUserName: undefined,
    },
  ],
])('reads %s', (_what, body, envelope) => {
  expect(parseEnvelope(body)).toEqual(envelope)
})

test.each<[string, string]>([
  ['a declaration, blanks and a comment', '<?xml version="1.0"?>\n<xml> <!-- a -->\n<Encrypt> a </Encrypt> </xml>\n'],
  ['CDATA with blanks around it', '<xml><Encrypt>\n<![CDATA[a]]>\n</Encrypt></xml>'],
  ['JSON whose slashes are escaped', '\u{feff} {"Encrypt" : "\\u0061"}'],
  ['elements of other names', '<xml><Encrypted>b</Encrypted><Encrypt>a</Encrypt><encrypt>c</encrypt></xml>'],
  ['names of other fields in JSON', '{"encrypted":"b","a":"\\"encrypt\\":\\"c\\"","encrypt":"a"}'],
])('reads around it %s', (_what, body) => {
  expect(parseEnvelope(body).Encrypt).toBe('a')
})

test.each([
  ['nothing', '', 'empty'],
  ['blanks', '\u{feff} \n', 'empty'],
  ['a form', 'encrypt=a', 'envelope'],
  ['JSON that breaks off', '{"encrypt":"a', 'envelope'],
  ['JSON with an escape that there is not', '{"encrypt":"\\a"}', 'envelope'],
  ['JSON with such an escape in another field', '{"encrypt":"a","agentid":"\\a"}', 'envelope'],
  ['a list', '[{"encrypt":"a"}]', 'envelope'],
  ['XML without a ciphertext', '<xml><AgentID>1</AgentID></xml>', 'envelope'],
  ['XML with an empty one', '<xml><Encrypt></Encrypt></xml>', 'envelope'],
  ['XML with an empty element', '<xml><Encrypt/></xml>', 'envelope'],
  ['XML with two', '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>', 'envelope'],
  [
    'XML with a second one in CDATA',
    '<xml><Encrypt>a</Encrypt><A><![CDATA[<Encrypt>b</Encrypt>]]></A></xml>',
    'envelope',
  ],
  ['XML with elements in it', '<xml><Encrypt><a>1</a></Encrypt></xml>', 'envelope'],
  ['XML that breaks off', '<xml><Encrypt>abcdefgh', 'envelope'],
  ['XML with an end tag only', '<xml>abcdefgh</Encrypt></xml>', 'envelope'],
  ['XML with CDATA that breaks off', '<xml><Encrypt><![CDATA[abcdefgh</Encrypt></xml>', 'envelope'],
  ['JSON without a ciphertext', '{}', 'envelope'],
  ['JSON with an empty one', '{"encrypt":""}', 'envelope'],
  ['JSON with a number for one', '{"encrypt":1}', 'envelope'],
  ['JSON with two', '{"encrypt":"a","Encrypt":"a"}', 'envelope'],
])('refuses %s', async (_what, body, refusal) => {
  expect(await refusalOf(() => parseEnvelope(body))).toBe(refusal)
})

/**
 * Size of the largest body that the callback handler accepts by default, in bytes. If the run time of `parseEnvelope`
 * grew with the square of the size, the tests with bodies of this size would take minutes.
 */
const size = 128 * 1024

test.each([
  ['nested lists', `${'['.repeat(60_000)}${']'.repeat(60_000)}`],
  ['nested objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['nested elements', '<a>'.repeat(size / 3)],
  ['elements', `<xml>${'<a/>'.repeat(size / 4)}</xml>`],
  ['names of the field', `{${'"encrypt":'.repeat(size / 10)}`],
  ['names of the field, and blanks', `{${`"encrypt"${' '.repeat(100)}`.repeat(size / 110)}`],
  ['texts without end', `{${'"encrypt":"\\"'.repeat(size / 13)}`],
  ['escapes without end', `{"encrypt":"${'\\"'.repeat(size / 2)}`],
  ['opening tags', '<Encrypt>'.repeat(size / 9)],
  ['blanks inside of a tag', `<Encrypt>${' '.repeat(size)}`],
])('refuses %s of the largest size', async (_what, body) => {
  expect(await refusalOf(() => parseEnvelope(body))).toBe('envelope')
})
