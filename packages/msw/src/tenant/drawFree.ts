/**
 * Draws until nothing has what was drawn. A seed brings ids along, and the next draw may make one of them again.
 *
 * @example
 * const moment_id = drawFree(() => `mom${random.text(29)}`, (id) => moments.has(id))
 */
export function drawFree<Drawn>(draw: () => Drawn, isTaken: (drawn: Drawn) => boolean): Drawn {
  for (;;) {
    const drawn = draw()
    if (!isTaken(drawn)) return drawn
  }
}
