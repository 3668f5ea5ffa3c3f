/** What the program needs around it is missing or broken: the message is one plain sentence with the remedy. Ends the program with exit code 1, without a stack trace. */
export class EnvironmentError extends Error {
  readonly exitCode = 1

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'EnvironmentError'
  }
}
