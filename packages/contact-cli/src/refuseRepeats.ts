import { type Command, InvalidArgumentError, Option } from 'commander'

/** Option that the user may give several times. Each time adds one item to the option's list of values. */
export class ListOption extends Option {}

/**
 * Makes a command fail if the user gives the same option twice with a value. Commander alone would use the last value
 * without a warning. A `ListOption` may be repeated.
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
