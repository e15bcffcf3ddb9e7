import * as v from 'valibot'

/** An ISO date with a time. `isoTimestamp` looks at its form alone, and `Date` takes 31 February for 3 March. */
export const isoTime: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check(isInCalendar, 'there is no such day'),
)

function isInCalendar(text: string): boolean {
  const date = new Date(text.slice(0, 10))
  // What is no date at all, `isoTimestamp` tells.
  return Number.isNaN(date.getTime()) || date.getUTCDate() === Number(text.slice(8, 10))
}
