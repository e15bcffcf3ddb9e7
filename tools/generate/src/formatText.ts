import { readFileSync } from 'node:fs'
import { type FormatConfig, format } from 'oxfmt'

const options: FormatConfig = JSON.parse(readFileSync(new URL('../../../.oxfmtrc.json', import.meta.url), 'utf8'))

/**
 * Formats the text of a generated file as `npm run format` does, so that `npm run format` does not change the file.
 *
 * @param file - name or path of the file. The extension determines the language.
 * @throws {Error} the text has a syntax error.
 */
export async function formatText(file: string, text: string): Promise<string> {
  const { code, errors } = await format(file, text, options)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => `${file}: ${message}`).join('\n'))
  return code
}
