/** Moves the keyboard focus to the first input inside a part of the playground page. */
export function focusInside(container: HTMLElement | undefined): void {
  container?.querySelector<HTMLElement>('input, select, textarea')?.focus()
}
