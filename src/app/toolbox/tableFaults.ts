import type { FileIssue } from '#domain/imports'

/** At most so many faults are listed; all are counted. */
const listed = 100

/** A fault of a file given to a command; line 0 where no line is at fault. */
export interface TableFault extends FileIssue {
  readonly file: string
}

/** Files cannot be used: nothing was computed. The edges put the codes into words. */
export class TableRefused extends Error {
  readonly faults: readonly TableFault[]
  /** How many there are, those not listed included. */
  readonly count: number

  constructor(faults: readonly TableFault[], count: number) {
    super(faults.map(({ file, line, code, value }) => `${file}:${line} ${code} ${value}`).join('\n'))
    this.name = 'TableRefused'
    this.faults = faults
    this.count = count
  }
}

/** Faults as they are found, of one file or several. */
export class TableFaults {
  count = 0
  readonly #kept: TableFault[] = []

  add(fault: Partial<TableFault> & Pick<TableFault, 'file' | 'code'>): void {
    this.count += 1
    if (this.#kept.length >= listed) return
    const { line = 0, column = '', value = '', expected = '' } = fault
    this.#kept.push({ file: fault.file, line, column, value: value.slice(0, 80), code: fault.code, expected })
  }

  /** @throws TableRefused when there is any fault */
  refuse(): void {
    if (this.count > 0) throw new TableRefused(this.#kept, this.count)
  }
}

/** Something that does not keep a command from working and that its caller should know. */
export interface TableNote {
  readonly file: string
  readonly code: string
  readonly values: readonly string[]
}
