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

test.each([
  ['nothing', '', 'xml'],
  ['a form', 'encrypt=a', 'xml'],
  ['JSON that breaks off', '{"encrypt":"a"', 'json'],
  ['a list', '[{"encrypt":"a"}]', 'xml'],
  ['XML without a ciphertext', '<xml><AgentID>1</AgentID></xml>', 'envelope'],
  ['XML with an empty one', '<xml><Encrypt></Encrypt></xml>', 'envelope'],
  ['XML with two', '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>', 'envelope'],
  ['XML with elements in it', '<xml><Encrypt><a>1</a></Encrypt></xml>', 'envelope'],
  ['JSON without a ciphertext', '{}', 'envelope'],
  ['JSON with a number for one', '{"encrypt":1}', 'envelope'],
])('refuses %s', async (_what, body, refusal) => {
  expect(await refusalOf(() => parseEnvelope(body))).toBe(refusal)
})
