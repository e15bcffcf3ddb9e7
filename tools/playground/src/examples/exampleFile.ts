/** A PNG picture of one pixel, encoded as base64. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Returns a picture as an example file for uploads. */
export function exampleFile(): File {
  return new File([Uint8Array.from(atob(pixel), (character) => character.charCodeAt(0))], 'pixel.png', {
    type: 'image/png',
  })
}
