import { existsSync, readFileSync } from 'node:fs';

/** Beside the bundle, or where a checkout builds it. */
const PLACES = ['./kernel.wasm', '../../dist/kernel.wasm'];

let compiled: WebAssembly.Module | undefined;

/**
 * The compiled WebAssembly module, or `undefined` where it was not built or the machine has no WebAssembly with SIMD.
 * Compiled once for each thread; a worker may be given the module of another.
 */
export function kernelModule(): WebAssembly.Module | undefined {
  if (compiled !== undefined) return compiled;
  const file = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (file === undefined) return undefined;
  try {
    compiled = new WebAssembly.Module(readFileSync(file));
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
  }
  return compiled;
}

/** Reading a unit of trees, see assembly/trees.ts. Without it src/git/trees does the same in TypeScript. */
export interface TreeCalls {
  treeState(): number;
  beginTrees(): void;
  readTrees(): number;
  giveTreeRoom(asked: number, address: number, capacity: number): void;
  takeTreeNames(): number;
}

/** What assembly/index.ts exports, addresses and lengths in bytes. */
export interface KernelExports extends Partial<TreeCalls> {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** First address that the module itself does not use. */
  heapBase(): number;
  inflate(source: number, sourceLength: number, target: number, capacity: number): number;
  inflateConsumed(): number;
  deltaResultLength(delta: number, deltaLength: number): number;
  applyDelta(
    delta: number,
    deltaLength: number,
    base: number,
    baseLength: number,
    target: number,
    capacity: number,
    copies: number,
  ): number;
  deltaCopies(): number;
  deltaWindows(
    base: number,
    baseLength: number,
    text: number,
    length: number,
    copies: number,
    copyCount: number,
    windows: number,
  ): number;
  findHitsIn(
    tables: number,
    text: number,
    windows: number,
    first: number,
    start: number,
    windowCount: number,
    length: number,
    out: number,
    room: number,
    least: number,
  ): number;
  /** Whether what has such an outline may begin with the bytes in [address, end): 0 where it cannot. */
  mayBegin(outline: number, address: number, end: number): number;
  /** Address of the first such byte in [address, end), or `end`. */
  findByte(address: number, end: number, byte: number): number;
  /** Newlines in [from, to) of the bytes at an address. */
  countNewlines(address: number, from: number, to: number): number;
  /** Writes four u32; see assembly/lines.ts. */
  hashBytes(address: number, length: number, factors: number, out: number): void;
  nextHitWindow(): number;
  nextHitStart(): number;
  findRunsIn(text: number, windows: number, windowCount: number, length: number, out: number, room: number): number;
  findMoreRunsIn(text: number, windows: number, windowCount: number, length: number, out: number, room: number): number;
}

/** A fresh instance with its own memory. */
export function loadKernel(): KernelExports | undefined {
  const module = kernelModule();
  if (module === undefined) return undefined;
  return new WebAssembly.Instance(module).exports as unknown as KernelExports;
}
