/** Returns the name of the module in an import or export statement. */
export function moduleOf(statement: string): string {
  return /'(.*)'/.exec(statement)?.[1] ?? ''
}
