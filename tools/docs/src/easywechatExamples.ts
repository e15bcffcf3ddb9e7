import { readdirSync, readFileSync } from 'node:fs'

/**
 * One call, as PHP code with EasyWeChat and as TypeScript code with this SDK. The page `tools/docs/easywechat.md` and
 * its Chinese version show both.
 */
export interface EasyWeChatExample {
  /** Name of the EasyWeChat call in the form that the catalogue uses, e.g. `external_contact.get`. */
  readonly easywechat: string
  /** Name of the function in `easywechat/` that contains the example of this SDK, e.g. `externalContactGet`. */
  readonly name: string
  readonly php: string
  /**
   * The code of the example with this SDK: the body of the function `name`, without the lines that start with `return`.
   * These lines exist only because the compiler would report unused variables.
   */
  readonly typescript: string
}

const folder = new URL('easywechat/', import.meta.url)
const snippet = /^\/\*\n(.*?) \*\/\nexport async function (\w+)\(client: Client\): Promise<\w+> \{\n(.*?)^\}$/gms

/**
 * Reads all examples from the files in `easywechat/`. Tests compile and run these files. The code in `easywechat.md`
 * comes from these files, so the tests check it, too.
 */
export function readEasyWeChatExamples(): EasyWeChatExample[] {
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    return [...text.matchAll(snippet)].map(([, comment = '', name = '', body = '']) => {
      const php = comment.replaceAll(/^ \* ?/gm, '')
      const typescript = body.replaceAll(/^ {2}(return .*\n)?/gm, '')
      return { easywechat: methodOf(php), name, php, typescript }
    })
  })
}

/**
 * Returns the name of the call in a line of PHP. For `$app->external_contact->get('wm1');` the name is
 * `external_contact.get`.
 */
function methodOf(php: string): string {
  const [, service, method] = php.match(/^\$app->(\w+)\s*->(\w+)\(/) ?? []
  if (!service || !method) throw new Error(`no call of EasyWeChat: ${php}`)
  return `${service}.${method}`
}
