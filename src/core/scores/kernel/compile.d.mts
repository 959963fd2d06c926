/** The text of bytes.ts. */
export function compileKernel(): Promise<string>;
