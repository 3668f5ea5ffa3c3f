import { controlAt, firstSetAt, headerAt, headerOf, type Layout } from './kmeansLayout.ts'

/** What every thread can do with one block, by number. */
export const tasks = ['columnSums', 'columnSquares', 'quantise', 'assign', 'inertia'] as const
export type Task = (typeof tasks)[number]

/** Control words. `epoch` counts the tasks given; `next` is the first block that nobody has taken; `done` counts the threads that found none left. */
const words = { epoch: 0, task: 1, next: 2, done: 3, cancelled: 4, blocks: 5 } as const
/** Looks at a word before sleeping: a task often takes less than falling asleep does. */
const glances = 3000

type Kernel = Record<Task, (block: number) => void> & { readonly open: (header: number, thread: number) => void }

export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernel {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernel
}

export function controlOf(memory: WebAssembly.Memory): Int32Array {
  return new Int32Array(memory.buffer, controlAt, 16)
}

export function cancel(memory: WebAssembly.Memory): void {
  Atomics.store(controlOf(memory), words.cancelled, 1)
}

function waitWhile(control: Int32Array, word: number, value: number): void {
  for (let glance = 0; glance < glances; glance++) if (Atomics.load(control, word) !== value) return
  Atomics.wait(control, word, value)
}

function work(kernel: Kernel, control: Int32Array, thread: number): void {
  kernel.open(headerAt, thread)
  const run = kernel[tasks[Atomics.load(control, words.task)] as Task]
  const blocks = Atomics.load(control, words.blocks)
  for (let block = Atomics.add(control, words.next, 1); block < blocks; block = Atomics.add(control, words.next, 1)) run(block)
}

/** The life of a thread that does as the leader says, until it is ended. */
export function follow(module: WebAssembly.Module, memory: WebAssembly.Memory, thread: number): never {
  const kernel = instantiate(module, memory)
  const control = controlOf(memory)
  for (let seen = 0; ; seen++) {
    waitWhile(control, words.epoch, seen)
    work(kernel, control, thread)
    Atomics.add(control, words.done, 1)
    Atomics.notify(control, words.done)
  }
}

export class Cancelled extends Error {}

export interface Crew {
  readonly memory: WebAssembly.Memory
  /** Names the points that the next tasks are about. */
  readonly turnTo: (layout: Layout, reach?: number, slack?: number) => void
  /** All blocks of the points, by all threads; returns when the last is done. Throws `Cancelled` when somebody said so. */
  readonly all: (task: Task) => void
}

/** The leader's hold on the threads. Word 0 of the control must be 0: nobody has been given anything yet. */
export function lead(module: WebAssembly.Module, memory: WebAssembly.Memory, threads: number): Crew {
  const kernel = instantiate(module, memory)
  const control = controlOf(memory)
  const header = new Int32Array(memory.buffer, headerAt, (firstSetAt - headerAt) / 4)
  const scalars = new Float32Array(memory.buffer, headerAt + 256, 2)
  return {
    memory,
    turnTo(layout, reach = 0, slack = 0) {
      header.set(headerOf(layout))
      scalars.set([reach, slack])
      Atomics.store(control, words.blocks, layout.blocks)
    },
    all(task) {
      if (Atomics.load(control, words.cancelled) === 1) throw new Cancelled('cancelled')
      Atomics.store(control, words.task, tasks.indexOf(task))
      Atomics.store(control, words.next, 0)
      Atomics.store(control, words.done, 0)
      Atomics.add(control, words.epoch, 1)
      Atomics.notify(control, words.epoch)
      work(kernel, control, 0)
      for (let done = Atomics.load(control, words.done); done < threads - 1; done = Atomics.load(control, words.done))
        waitWhile(control, words.done, done)
    },
  }
}
