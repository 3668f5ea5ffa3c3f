import { Agent, request } from 'node:http'

export interface LoadPlan {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Connections kept open, each with one request at a time. */
  readonly connections: number
  /** Ends at whichever comes first. */
  readonly seconds: number
  readonly most: number
  readonly status: number
}

interface Answer {
  readonly status: number
  readonly bytes: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

function ask(agent: Agent, plan: Pick<LoadPlan, 'port' | 'path' | 'headers'>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port, path, headers = {} } = plan
    const asked = request({ host: '127.0.0.1', port, path, headers, agent }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes, headers: answer.headers }))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** One answer, to look at before the load. */
export async function askOnce(port: number, path: string): Promise<Answer> {
  const agent = new Agent({ keepAlive: false })
  return ask(agent, { port, path })
}

/** Requests per second over kept connections; every answer is read to its end and must have the status asked for. */
export async function requestsPerSecond(plan: LoadPlan): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: plan.connections })
  const start = performance.now()
  const until = start + plan.seconds * 1000
  let asked = 0
  let answered = 0
  const connection = async (): Promise<void> => {
    while (performance.now() < until && asked < plan.most) {
      asked++
      const { status } = await ask(agent, plan)
      if (status !== plan.status) throw new Error(`${plan.path} answered ${status} instead of ${plan.status}`)
      answered++
    }
  }
  await Promise.all(Array.from({ length: plan.connections }, connection))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return answered / seconds
}
