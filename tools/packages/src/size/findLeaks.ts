/**
 * Finds texts that the code of a bundle must not contain: API paths of functions that the program does not call, and
 * names of built-in modules of Node.js. Returns one error message for each of these texts.
 *
 * @param paths - API paths of the functions that the program calls.
 * @param allPaths - API paths of all functions.
 */
export function findLeaks(code: string, paths: readonly string[], allPaths: readonly string[]): string[] {
  const texts = new Set(Array.from(code.matchAll(/(["'`])([\w:/-]+)\1/g), ([, , text]) => text))
  const strange = allPaths.filter((path) => texts.has(path) && !paths.includes(path))
  const builtIns = [...texts].filter((text) => text?.startsWith('node:'))
  return [...strange, ...builtIns].map((text) => `${text} is in the bundle`)
}
