/** A label cut to a length for a drawing alone: the table beside it has it whole. */
export function fitted(label: string, length: number): string {
  return label.length > length ? `${label.slice(0, length - 1)}…` : label
}
