/** Where a command writes. */
export interface Terminal {
  /** The one document of a command. */
  readonly out: (text: string) => void
  /** Messages. */
  readonly say: (text: string) => void
  /** What is being done and how far it is, 0-1. */
  readonly progress: (text: string, share: number) => void
  readonly colour: boolean
}

const width = 20

/** A line of progress: a bar, a share, what is being done. */
export function progressLine(text: string, share: number): string {
  const filled = Math.round(Math.max(0, Math.min(1, share)) * width)
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${String(Math.round(share * 100)).padStart(3)} %  ${text}`
}

interface Streams {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean }
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean }
}

/** A terminal on two streams: in a real one the progress stays on one line, in a log each new task has a line of its own. */
export function terminalOn({ stdout, stderr }: Streams, options: { readonly colour: boolean }): Terminal {
  let task = ''
  let open = false
  const endLine = (): void => {
    if (open) stderr.write('\n')
    open = false
  }
  return {
    out(text) {
      endLine()
      stdout.write(text)
    },
    say(text) {
      endLine()
      stderr.write(`${text}\n`)
    },
    progress(text, share) {
      if (stderr.isTTY) {
        stderr.write(`\r\u001B[K${progressLine(text, share)}`)
        open = true
        return
      }
      if (text !== task) stderr.write(`${progressLine(text, share)}\n`)
      task = text
    },
    colour: options.colour && stdout.isTTY === true,
  }
}
