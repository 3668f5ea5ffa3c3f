/** A line of progress for a terminal: what is being done and how far it is, 0-1. */
export function progressLine(text: string, progress: number): string {
  const width = 20
  const filled = Math.round(Math.max(0, Math.min(1, progress)) * width)
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${String(Math.round(progress * 100)).padStart(3)} %  ${text}`
}
