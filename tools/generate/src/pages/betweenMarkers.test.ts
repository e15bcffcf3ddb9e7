import { expect, test } from 'vitest'
import { hasMarkers, putBetweenMarkers } from './betweenMarkers.ts'

const page = (text: string): string => `# Shop\n\n<!-- functions -->\n${text}<!-- /functions -->\n\nThe end.\n`

test.each([
  ['nothing between the markers', page(''), true],
  ['something between the markers', page('\n| a |\n'), true],
  ['no markers', '# Shop\n', false],
  ['one marker', '<!-- functions -->\n', false],
  ['markers the wrong way round', '<!-- /functions -->\n<!-- functions -->\n', false],
  ['the markers of another table', '<!-- errcodes -->\n<!-- /errcodes -->\n', false],
])('hasMarkers: %s', (_, text, expected) => {
  expect(hasMarkers(text, 'functions')).toBe(expected)
})

test.each([
  ['nothing', page('')],
  ['an earlier table', page('\n| old |\n| --- |\n\n')],
])('putBetweenMarkers: the part takes the place of %s', (_, text) => {
  expect(putBetweenMarkers('README.md', text, 'functions', '| $& |\n')).toBe(page('| $& |\n'))
})

test('putBetweenMarkers: a page without the markers is refused', () => {
  expect(() => putBetweenMarkers('README.md', page(''), 'errcodes', '')).toThrow(
    'README.md lacks the markers <!-- errcodes --> and <!-- /errcodes -->',
  )
})
