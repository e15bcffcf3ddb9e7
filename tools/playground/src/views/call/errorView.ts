import { isWeComError } from '@wecom/core'
import { type Child, element } from '../../dom/element.ts'
import { codeBlock } from '../codeBlock.ts'
import type { PageContext } from '../View.ts'
import { errcodeView } from './errcodeView.ts'

export function errorView(error: unknown, context: PageContext): Child[] {
  const { texts } = context
  if (!isWeComError(error)) return [codeBlock(texts.errorDetails, String(error))]
  return [
    error.kind === 'api' ? errcodeView(error.errcode, context) : undefined,
    error.ambiguous ? element('p', { class: 'warning' }, texts.ambiguous) : undefined,
    element('h4', {}, texts.errorDetails),
    codeBlock(texts.errorDetails, `${error.name} (kind: ${error.kind})\n${error.message}`),
  ]
}
