/**
 * Converts a name to Pascal case, for the name of an interface: `getContact` to `GetContact`, `follow_user` to
 * `FollowUser`.
 */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Converts a name to camel case, for the name of a variable: `contact-way` to `contactWay`. */
export function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
