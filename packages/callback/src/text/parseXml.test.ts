import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { toXml } from '../fixtures/toXml.ts'
import { parseXml } from './parseFields.ts'

test.each([
  ['CDATA', '<A><![CDATA[a<b>&amp;]]></A>', { A: 'a<b>&amp;' }],
  ['bare text', '<A> a b </A>', { A: 'a b' }],
  ['a blank before CDATA', '<A> <![CDATA[a b]]></A>', { A: 'a b' }],
  ['blanks inside CDATA', '<A><![CDATA[ a ]]></A>', { A: ' a ' }],
  ['CDATA in two parts', '<A><![CDATA[a]]]]><![CDATA[>b]]></A>', { A: 'a]]>b' }],
  ['characters that XML escapes', '<A>&lt;&gt;&amp;&quot;&apos;&amp;lt;</A>', { A: '<>&"\'&lt;' }],
  [
    'numbers stay texts',
    '<A>4561255354251345929</A><B>007</B><C>true</C>',
    {
      A: '4561255354251345929',
      B: '007',
      C: 'true',
    },
  ],
  ['empty elements', '<A></A><B/><C><![CDATA[]]></C><D> </D><E><F/></E>', { A: '', B: '', C: '', D: '', E: { F: '' } }],
  ['nothing at all', '', {}],
  ['elements inside', '<A><B>1</B><C><D>2</D></C></A>', { A: { B: '1', C: { D: '2' } } }],
  ['repeated elements', '<A>1</A><A>2</A>', { A: ['1', '2'] }],
  ['attributes', '<A b="1">2</A>', { A: '2' }],
  ['a comment', '<!-- <A>1</A> --><A>2</A>', { A: '2' }],
  ['characters by their number', '<A>&#65;&#x6b22;&#128077;&#x1F44D;</A>', { A: 'A欢👍👍' }],
  ['numbers that no character has', '<A>&#1114112;&#x110000;</A>', { A: '&#1114112;&#x110000;' }],
  ['entities that nobody declared', '<A>&xxe; &constructor;</A>', { A: '&xxe; &constructor;' }],
])('reads %s', (_what, content, fields) => {
  expect(parseXml(`<xml>${content}</xml>`)).toEqual(fields)
})

test('accepts declarations and comments around the root', () => {
  expect(parseXml('\u{feff}<?xml version="1.0" encoding="UTF-8"?>\n<xml><A>1</A></xml>\n')).toEqual({ A: '1' })
})

const bomb = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')

test.each([
  ['nothing', ''],
  ['blanks', ' \n '],
  ['a text', 'hello'],
  ['HTML', '<html><body>hello</body></html>'],
  ['another root', '<XML><A>1</A></XML>'],
  ['two roots', '<xml/><xml/>'],
  ['two roots of other names', '<xml/><other/>'],
  ['a root that holds text', '<xml>hello</xml>'],
  ['text before the root', 'a<xml/>'],
  ['text behind the root', '<xml></xml>a'],
  ['an element that is not closed', '<xml><A>1</xml>'],
  ['an element that is closed by another', '<xml><A>1</B></xml>'],
  ['CDATA that is not closed', '<xml><A><![CDATA[1</A></xml>'],
  ['a bare ampersand', '<xml><A>a & b</A></xml>'],
  ['names that objects are made of', '<xml><__proto__><A>1</A></__proto__></xml>'],
  ['a document type', '<!DOCTYPE xml><xml><A>1</A></xml>'],
  ['a document type inside', '<xml><A>1</A><!DOCTYPE xml></xml>'],
  ['a document type behind a false CDATA', '<xml><A b="<![CDATA["/><!DOCTYPE xml []><B>]]></B></xml>'],
  ['an entity', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>'],
  ['an external entity', '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><A>&a;</A></xml>'],
  ['an external document type', '<!DOCTYPE xml SYSTEM "http://169.254.169.254/dtd"><xml><A>1</A></xml>'],
  ['an entity bomb', `<!DOCTYPE xml [<!ENTITY l0 "lol">${bomb}]><xml><A>&l9;</A></xml>`],
])('refuses %s', async (_what, text) => {
  expect(await refusalOf(() => parseXml(text))).toBe('xml')
})

/** Size of the largest body that the callback handler accepts by default, in bytes. */
const size = 128 * 1024
const repeated = (part: string): string => part.repeat(size / part.length)

test.each([
  ['deep nesting', repeated('<a>')],
  ['deep nesting, closed', `<xml>${'<a>'.repeat(30_000)}${'</a>'.repeat(30_000)}</xml>`],
  ['brackets', repeated('<')],
  ['CDATA without end', repeated('<![CDATA[')],
  ['comments without end', repeated('<!--')],
  ['instructions without end', repeated('<?')],
  ['quotes without end', repeated('<a b="')],
  ['attributes', `<xml ${repeated('a ')}/>`],
  ['document types', repeated('<!DOCTYPE [')],
  ['entities', `<!DOCTYPE x [${repeated('<!ENTITY a "b">')}]><xml/>`],
])('refuses %s of the largest size', async (_what, text) => {
  expect(await refusalOf(() => parseXml(text))).toBe('xml')
})

test.each([
  ['elements', `<xml>${repeated('<a/>')}</xml>`],
  ['texts', `<xml>${repeated('<a>1</a>')}</xml>`],
  ['a text', `<xml><a>${repeated('a')}</a></xml>`],
  ['blanks', `<xml>${repeated(' ')}</xml>`],
  ['digits of an entity', `<xml><a>&#${repeated('1')};</a></xml>`],
  ['undeclared entities', `<xml><a>${repeated('&a;')}</a></xml>`],
])('reads %s of the largest size', (_what, text) => {
  expect(parseXml(text)).toBeDefined()
})

const pieces =
  '<xml>|</xml>|<A>|</A>|<A/>|<![CDATA[|]]>|<!--|-->|<?xml|?>|<!DOCTYPE x|[|]|<!ENTITY a "b">|&a;|&amp;|"|\'|=|<|>|/| |\n|1|字|__proto__'

test('any text is parsed or refused', async () => {
  const soup = fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 60 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        soup,
        soup.map((inside) => `<xml>${inside}</xml>`),
        fc.string({ unit: 'binary' }),
      ),
      async (text) => {
        expect([undefined, 'xml']).toContain(await refusalOf(() => parseXml(text)))
      },
    ),
    { numRuns: 500 },
  )
  expect(Object.hasOwn(Object.prototype, 'A')).toBe(false)
})

test('parses what toXml writes', () => {
  const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,9}$/)
  const value = fc.string({ minLength: 1 }).filter((text) => !/\]\]>|[\r\0]/.test(text))
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (fields) => {
      expect(parseXml(toXml(fields))).toEqual(fields)
    }),
  )
})
