/** What a file is by its first bytes; undefined for any other. */
export function kindOfContent(content: Uint8Array): 'image' | 'voice' | 'video' | undefined {
  const starts = (bytes: readonly number[], at = 0): boolean =>
    bytes.every((byte, index) => content[at + index] === byte)
  if (starts([0x89, 0x50, 0x4e, 0x47]) || starts([0xff, 0xd8, 0xff])) return 'image'
  if (starts(ascii('#!AMR'))) return 'voice'
  if (starts(ascii('ftyp'), 4)) return 'video'
  return undefined
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
