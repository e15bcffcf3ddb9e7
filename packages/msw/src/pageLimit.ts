/** How many items a page has: what the caller asked for, or the usual number where nothing or too much was asked for. */
export function pageLimit(asked: number | undefined, { usual, max }: { usual: number; max: number }): number {
  return asked === undefined || asked > max ? usual : asked
}
