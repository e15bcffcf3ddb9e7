/** Reads some bytes of a file. Returns fewer if the file ends before. */
export async function readBytes(file: Blob, start: number, length: number): Promise<DataView> {
  return new DataView(await file.slice(start, start + length).arrayBuffer())
}

/** Reads bytes as text, one character each. The text is shorter if there are fewer bytes. */
export function readAscii(view: DataView, start: number, length: number): string {
  let text = ''
  for (let at = start; at < start + length && at < view.byteLength; at++) text += String.fromCharCode(view.getUint8(at))
  return text
}
