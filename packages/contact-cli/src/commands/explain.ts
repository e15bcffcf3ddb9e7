import { explainErrcode } from '@wecom/core/errcodes'
import { type Command, InvalidArgumentError } from 'commander'
import { type OutputOptions, addOutputOption, formatOf, toJson } from '../output/outputOption.ts'
import { renderResult } from '../output/renderResult.ts'
import type { Surroundings } from '../Surroundings.ts'
import { FailureError } from '../ProgramError.ts'

export function configureExplain(command: Command, { out }: Surroundings): void {
  addOutputOption(command)
  command.argument('<errcode>', 'e.g. 84061', toErrcode).action((errcode: number, options: OutputOptions) => {
    const explanation = explainErrcode(errcode)
    if (!explanation) {
      throw new FailureError(
        `errcode ${errcode} is unknown to this version; see https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
      )
    }
    out.write(formatOf(options, out) === 'json' ? toJson(explanation) : renderResult(explanation, out.columns))
  })
}

function toErrcode(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('It must be an integer, e.g. 84061.')
  return Number(text)
}
