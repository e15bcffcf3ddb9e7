/** The smallest PNG: one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Makes a picture for uploads. */
export function exampleFile(): File {
  return new File([Uint8Array.from(atob(pixel), (character) => character.charCodeAt(0))], 'pixel.png', {
    type: 'image/png',
  })
}
