/** `getContact` and `follow_user` as parts of an interface's name: `GetContact`, `FollowUser`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `contact-way` as a part of an identifier: `contactWay`. */
export function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
