/** As much of the standard as is used here; every engine has it, and no library of types that is loaded names it. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number; readonly maximum: number; readonly shared?: boolean });
    /** The bytes as they are until it grows next. */
    readonly buffer: ArrayBufferLike;
    /** By so many pages of 64 KiB. */
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(
      module: Module,
      imports: {
        readonly env: { readonly memory: Memory };
        readonly ultimate: { readonly searchLower: (source: number) => number };
      },
    );
    readonly exports: object;
  }
}
declare function atob(base64: string): string;
