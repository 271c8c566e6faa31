// The module that scripts/build.mjs makes of wasm-bindgen's output: see `wrapGlue` there.
declare module "on-record-glue" {
  export interface Engine {
    /** JSON of the record's info. */
    info(): string;
    /** JSON of the report. */
    check(text: string, date: string | undefined, asOf: string): string;
    /** JSON of the hits. */
    search(text: string, top: number): string;
    /** JSON of the days with statements and their numbers. */
    days(): string;
    free(): void;
  }
  export interface Sources {
    add(name: string, bytes: Uint8Array): void;
  }
  export interface Glue {
    init(wasm: WebAssembly.Module | ArrayBuffer | ArrayBufferView): Promise<unknown>;
    Sources: new () => Sources;
    /** The day that a text gives itself at its head. */
    dateline(text: string): string | undefined;
    /** Takes the sources over. Throws `{code, message, faults}`. */
    Engine: new (sources: Sources) => Engine;
  }
  /** Each call gives a fresh module, so that a crashed one can be left behind. */
  export function createGlue(): Glue;
}

/** Vite tells the page whether it is the built one. */
interface ImportMeta {
  readonly env: { readonly PROD: boolean };
}
