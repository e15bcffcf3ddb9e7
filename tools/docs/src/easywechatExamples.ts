import { readdirSync, readFileSync } from 'node:fs'

/** A call of EasyWeChat and ours, as the page shows them. */
export interface EasyWeChatExample {
  /** As the catalogue names it, e.g. `external_contact.get`. */
  readonly easywechat: string
  /** Name of the function in `easywechat/` that the test runs, e.g. `externalContactGet`. */
  readonly name: string
  readonly php: string
  /** Body of that function, without the `return` that only the compiler needs. */
  readonly typescript: string
}

const folder = new URL('easywechat/', import.meta.url)
const snippet = /^\/\*\*\n(.*?) \*\/\nexport async function (\w+)\(client: Client\): Promise<\w+> \{\n(.*?)^\}$/gms

/** Reads every example from the sources, so that the page shows what was compiled and run. */
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

/** `external_contact.get` of `$app->external_contact->get('wm1');` */
function methodOf(php: string): string {
  const [, service, method] = php.match(/^\$app->(\w+)\s*->(\w+)\(/) ?? []
  if (!service || !method) throw new Error(`no call of EasyWeChat: ${php}`)
  return `${service}.${method}`
}
