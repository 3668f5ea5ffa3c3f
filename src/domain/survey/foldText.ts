/** A text folded for comparison: without case, accents and anything but letters and digits. Example: `foldText('Accès sans marche')` is `accessansmarche`. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]/g, '')
}
