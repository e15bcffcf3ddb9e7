import { type AnyEndpoint, isWeComError } from '@wecom/core'
import { toCurl } from '../../code/toCurl.ts'
import { toTypeScript } from '../../code/toTypeScript.ts'
import { element } from '../../dom/element.ts'
import { packageOf } from '../../endpoints/endpoints.ts'
import { codeBlock } from '../codeBlock.ts'
import type { PageContext } from '../View.ts'

type CodeLanguage = 'TypeScript' | 'curl'

/** The buttons that copy a call as code, and the place where the copied code is shown. */
export interface CopyCode {
  readonly buttons: readonly HTMLElement[]
  readonly place: HTMLElement
}

/**
 * Creates the buttons that copy a call as TypeScript or as a curl command.
 *
 * @param readParams - returns the parameters that the user entered. Returns undefined if the user entered JSON that is
 *   not valid.
 */
export function copyCode(
  { texts }: PageContext,
  endpoint: AnyEndpoint,
  readParams: () => object | undefined,
): CopyCode {
  const status = element('p', { class: 'hint', role: 'status' })
  const code = element('div')

  async function copy(language: CodeLanguage): Promise<void> {
    const params = readParams()
    if (params === undefined) return
    code.replaceChildren()
    try {
      const text = await write[language](endpoint, params)
      code.append(codeBlock(texts.codeOfCall(language), text))
      status.textContent = (await succeeds(navigator.clipboard.writeText(text)))
        ? texts.copied(language)
        : texts.notCopied
    } catch (error) {
      // The client refuses the parameters.
      status.textContent = isWeComError(error) ? error.summary : String(error)
    }
  }

  const button = (language: CodeLanguage): HTMLElement =>
    element('button', { type: 'button', class: 'quiet', onclick: () => void copy(language) }, texts.copyAs(language))
  return { buttons: [button('TypeScript'), button('curl')], place: element('div', {}, status, code) }
}

const write: Readonly<Record<CodeLanguage, (endpoint: AnyEndpoint, params: object) => string | Promise<string>>> = {
  TypeScript: (endpoint, params) => toTypeScript(endpoint, packageOf(endpoint), params),
  curl: toCurl,
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
