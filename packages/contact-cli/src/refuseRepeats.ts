import { type Command, InvalidArgumentError, Option } from 'commander'

/** Option that may be repeated. Each use adds an item. */
export class ListOption extends Option {}

/**
 * Makes a command fail if the user gives an option with a value twice. A `ListOption` may be repeated. Commander would
 * use the last value, so a script could call another customer than its reader expects.
 */
export function refuseRepeats({ options }: Command): void {
  for (const option of options) {
    if (!option.required || option instanceof ListOption) continue
    const { parseArg } = option
    let isGiven = false
    option.argParser((text: string, previous: unknown) => {
      if (isGiven) throw new InvalidArgumentError('It is given twice.')
      isGiven = true
      return parseArg ? parseArg(text, previous) : text
    })
  }
}
